/** @file The console's first script: opens the socket, and only then loads what paints. */
import { firstSocket } from './app/connection/first-socket'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './ui/mantine.css'
import './ui/tokens.css'
import './ui/forced-colors.css'

void import('./start').then(({ start }) => start())
// Behind an open vault home comes first: its file beside that of the first paint.
void firstSocket?.hello.then((hello) => {
  if (hello?.vaultStatus.state !== 'unlocked') return
  // Where it cannot be had the frame's own loading tries again.
  import('./app/Frame').catch(() => {})
})
