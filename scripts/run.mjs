/** @file `node scripts/run.mjs TASK [words]`: runs a task under the pinned Node; the words go to its last command. */
import { spawn } from 'node:child_process'
import { ensurePinnedNode, follow, root } from './pinned-node.mjs'
import { tasks } from './tasks.mjs'

await ensurePinnedNode()

const [name = '', ...words] = process.argv.slice(2)
const commands = tasks[name]
const environment = name.endsWith(':full') ? { ...process.env, HOLDSPACE_STRESS: 'full' } : process.env
if (!commands) {
  process.stderr.write(`There is no task ${name}: ${Object.keys(tasks).join(', ')}.\n`)
  process.exit(1)
}
for (const [at, command] of commands.entries()) {
  const more = at === commands.length - 1 ? words : []
  const code = await follow(
    spawn(process.execPath, [...command, ...more], { cwd: root, stdio: 'inherit', env: environment }),
  )
  if (code !== 0) process.exit(code)
}
