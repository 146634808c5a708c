/** @file First paint: the link to the main process, and the app. */
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { connect } from './app/connection'
import './words'

/** Starts the console in `#root`. */
export const start = (): void => {
  connect()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element')
  createRoot(root).render(<App />)
}
