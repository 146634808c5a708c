/** @file The console's first script: styles, connection, first paint. */
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './ui/mantine.css'
import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { connect } from './app/connection'
import './words'

connect()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(<App />)
