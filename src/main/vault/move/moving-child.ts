/** @file A process that moves a data folder to and fro without end, and says each time that it begins. */
import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { movableFolder } from './moves'
import { settleFolder } from './settle'

const [startDir = '', ...places] = process.argv.slice(2)
for (;;) {
  const settled = settleFolder(startDir)
  const next = places.find((place) => !existsSync(join(place, 'Holdspace')))
  if (next === undefined) throw new Error('Both places are taken.')
  const folder = movableFolder(startDir, settled)
  if (folder.state().moveTo === null) folder.ask(next)
  writeSync(1, 'moving\n')
}
