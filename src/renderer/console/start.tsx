/** @file First paint: the guard against leaving by mistake, the link to the main process, and the app. */
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { connect } from './app/connection'
import { guardLeaving } from './app/leaving/leaving'
import { followLanguage } from './words/speak'

/** Starts the console in `#root`. */
export const start = async (): Promise<void> => {
  guardLeaving()
  connect()
  await followLanguage()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element')
  createRoot(root).render(<App />)
}
