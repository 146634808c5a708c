/** @file Entry of the browser shell, in plain Node: one line on stdout when ready, all else on stderr. */
import { startBrowserShell } from './shell/browser/run'
import { OPTION_ERROR_EXIT, OptionError, readOptions, StartError } from './shell/options'
import { placesFrom } from './shell/places'
import { leaveNothingWritten } from './shell/written-down'

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Leaves with one plain line; a fault of ours keeps its stack, which holds no words of anybody. */
const fail = (error: unknown): never => {
  if (error instanceof StartError) say(error.message)
  else say(error instanceof Error ? (error.stack ?? error.message) : 'Holdspace could not start.')
  process.exit(error instanceof OptionError ? OPTION_ERROR_EXIT : 1)
}

// Whatever this process writes is for this person's eyes only.
process.umask(0o077)
leaveNothingWritten(process.env)

try {
  const options = readOptions(process.argv.slice(2), 'browser')
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    shell.stop().then(() => process.exit(0), fail)
  }
  const shell = await startBrowserShell(options, placesFrom(import.meta.dirname), { onGone: stop, say })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.stdout.write(`Holdspace is ready: ${shell.address}\n`)
} catch (error) {
  fail(error)
}
