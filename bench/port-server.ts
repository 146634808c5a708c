/** @file A worker that serves the app's own router over a MessagePort, as the Electron shell does. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import Conf from 'conf'
import { createCore } from '../src/main/core'
import { openPreferences } from '../src/main/device/preferences-file'
import { machineClock } from '../src/main/host'
import { namedFolder } from '../src/main/vault/move/moves'

const dataDir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
const core = createCore({
  clock: machineClock,
  dataDir,
  device: {
    folder: namedFolder(dataDir),
    preferences: openPreferences(dataDir, (options) => new Conf({ ...options, configName: 'preferences' })),
    aboutFile: '',
    contentProtection: 'notInBrowser',
    apply: () => undefined,
    openFolder: () => Promise.resolve(),
  },
  resourcesDir: workerData.resourcesDir,
  migrationsDir: workerData.migrationsDir,
  chooseFolder: null,
  rooms: { open: () => null, close: () => undefined },
  wayTo: () => Promise.resolve({ kind: 'direct', isSure: true }),
})

parentPort?.on('message', ({ port, kind }) => {
  if (kind === 'rpc') {
    new RPCHandler(core.router).upgrade(port)
  } else {
    port.on('message', (message: unknown) => port.postMessage(message))
  }
  port.start()
})
