/** @file Contract call benches: one cheap procedure of the real app against a raw echo on the same transport. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { build } from 'vite'
import { WebSocket } from 'ws'
import { median, row } from './statistics.mjs'

const WARM_UP = 1000
const CALLS = 5000

/** Median microseconds of one call, sequential. */
const callUs = async (call) => {
  for (let index = 0; index < WARM_UP; index += 1) await call()
  const times = []
  for (let index = 0; index < CALLS; index += 1) {
    const startedAt = process.hrtime.bigint()
    await call()
    times.push(Number(process.hrtime.bigint() - startedAt) / 1000)
  }
  return median(times)
}

// About what one status call and its answer weigh on the wire, together.
const payload = JSON.stringify({
  id: 1,
  path: ['vault', 'status'],
  body: { state: 'none' },
  pad: 'x'.repeat(120),
})

/** The echo runs in a process of its own, as the shell does. */
const socketEchoUs = async () => {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const { WebSocketServer } = require('ws')
       const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () => console.log(server.address().port))
       server.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })))`,
    ],
    { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const port = await new Promise((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  )
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.once('open', resolve))
  const elapsedUs = await callUs(
    () =>
      new Promise((resolve) => {
        socket.once('message', resolve)
        socket.send(payload)
      }),
  )
  socket.terminate()
  child.kill()
  return elapsedUs
}

const socketCallUs = async (shellUrl) => {
  const url = new URL(shellUrl)
  const html = await (await fetch(`${url.origin}/`)).text()
  const loadId = /name="console-load" content="([0-9a-f]+)"/.exec(html)?.[1]
  const socket = new WebSocket(
    `ws://${url.host}/rpc`,
    ['holdspace', `token.${url.hash.slice(1)}`, `load.${loadId}`],
    { origin: url.origin },
  )
  await new Promise((resolve, reject) => {
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  const client = createORPCClient(new SocketLink({ websocket: socket }))
  const elapsedUs = await callUs(() => client.conduct.crisisRegions())
  socket.terminate()
  return elapsedUs
}

const portUs = async (workDir) => {
  const root = join(import.meta.dirname, '..')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'bench/port-server.ts'),
      outDir: workDir,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'port-server.mjs' } },
    },
  })
  const worker = new Worker(join(workDir, 'port-server.mjs'), {
    workerData: {
      resourcesDir: join(root, 'resources'),
      migrationsDir: join(root, 'src/main/vault/migrations'),
    },
  })
  const connect = (kind) => {
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ kind, port: port2 }, [port2])
    port1.start()
    return port1
  }
  const echo = connect('echo')
  const echoUs = await callUs(
    () =>
      new Promise((resolve) => {
        echo.once('message', resolve)
        echo.postMessage(payload)
      }),
  )
  const rpc = connect('rpc')
  const client = createORPCClient(new PortLink({ port: rpc }))
  const rpcUs = await callUs(() => client.conduct.crisisRegions())
  echo.close()
  rpc.close()
  await worker.terminate()
  return { echoUs, rpcUs }
}

/** The two rows. The shell at `shellUrl` is used up: its token opens one connection. */
export const contractCallRows = async (shellUrl, workDir) => {
  const socketBaseUs = await socketEchoUs()
  const socketUs = await socketCallUs(shellUrl)
  const port = await portUs(workDir)
  return [
    row(
      'contract call p50 (conduct.crisisRegions), WebSocket, vs raw echo',
      'µs',
      socketBaseUs,
      socketUs,
      2.5,
    ),
    row(
      'contract call p50 (conduct.crisisRegions), MessagePort, vs raw echo',
      'µs',
      port.echoUs,
      port.rpcUs,
      3,
    ),
  ]
}
