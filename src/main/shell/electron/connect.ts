/** @file The one IPC message: our page, in our window, at our address, hands over one port for the contract. */
import type { BrowserWindow, IpcMain, IpcMainEvent, MessagePortMain } from 'electron'
import { isConsoleUrl } from './addresses'

/** True when the message comes from the main frame of our window at the console's own page. */
export const isFromConsole = (event: IpcMainEvent, window: BrowserWindow | null): boolean => {
  if (!window || window.isDestroyed() || event.sender !== window.webContents) return false
  const frame = event.senderFrame
  // Null when the frame has gone meanwhile.
  return frame !== null && frame === window.webContents.mainFrame && isConsoleUrl(frame.url)
}

/**
 * Listens for `connect`. An accepted page's port replaces an earlier one (a reload); a refused port is closed.
 *
 * @param onPort - given the port of an accepted page; it must start it.
 */
export const listenForConnect = (
  ipcMain: IpcMain,
  window: () => BrowserWindow | null,
  onPort: (port: MessagePortMain) => void,
): void => {
  let current: MessagePortMain | null = null
  ipcMain.on('connect', (event) => {
    const [port, ...more] = event.ports
    if (!port || more.length > 0 || !isFromConsole(event, window())) {
      for (const refused of event.ports) refused.close()
      return
    }
    current?.close()
    current = port
    onPort(port)
  })
}
