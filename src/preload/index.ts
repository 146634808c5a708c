/** @file The preload: hands one MessagePort from the console page to the main process, and nothing else. */
import { ipcRenderer } from 'electron'

// `source` is checked because an embedded page can post to its parent: with a port of its own it would hold
// the whole contract. The page asks anew after a reload; main decides again each time.
addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.data !== 'holdspace-connect' || event.ports.length !== 1) return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage('connect', null, [port])
})
