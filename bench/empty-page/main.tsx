/** @file The baseline of the page benches: an empty Mantine page, built and served as the console is. */
import '@mantine/core/styles.css'
import { MantineProvider, Title } from '@mantine/core'
import { createRoot } from 'react-dom/client'

const nonce = () => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <MantineProvider getStyleNonce={nonce}>
      <Title order={1}>Empty</Title>
    </MantineProvider>,
  )
}
