/** @file The console's first script: opens the socket, and only then loads what paints. */
import './app/connection/first-socket'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './ui/mantine.css'
import './ui/tokens.css'

void import('./start').then(({ start }) => start())
