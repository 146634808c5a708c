/**
 * @file Shows the console from the development server inside the page that the shell serves: the shell's own
 * origin, nonce, load and room stay as they are, only the console's files come from elsewhere.
 *
 * What it loosens, it loosens in the one browser that this script drives. Nothing that ships knows of it: no
 * switch and no variable of the app leads here.
 */

const attribute = (html, name) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1] ?? ''

/**
 * The page's policy, with the development server's socket and the scripts that it writes into the page.
 *
 * @param {string} policy - as the shell sent it.
 * @param {string} nonce - of this response.
 * @param {string} devUrl - the development server's address.
 */
export const loosened = (policy, nonce, devUrl) =>
  policy
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace('connect-src ', `connect-src 'self' ${devUrl.replace(/^http/, 'ws')} `)

/**
 * The development server's page, with what the shell wrote into its own.
 *
 * @param {string} devHtml - from the development server.
 * @param {string} shellHtml - from the shell.
 */
export const mergedPage = (devHtml, shellHtml) => {
  const nonce = attribute(shellHtml, 'csp-nonce')
  const load = attribute(shellHtml, 'console-load')
  return devHtml
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('<script', `<script nonce="${nonce}"`)
    .replaceAll('src="./main.tsx', 'src="/console/main.tsx')
    .replace(
      '<head>',
      `<head><meta name="console-load" content="${load}" /><meta property="csp-nonce" nonce="${nonce}" />`,
    )
}

/** Times that a file is asked for once more. */
const MORE_TRIES = 3

/**
 * Asks the development server. It ends a connection that was quiet for some seconds, and a question that is on its way then,
 * as on a busy machine, is reset: it is asked once more, or the page would wait for its file for good.
 */
const ask = async (url) => {
  for (let left = MORE_TRIES; ; left -= 1) {
    try {
      const file = await fetch(url)
      return { status: file.status, type: file.headers.get('content-type'), body: await file.arrayBuffer() }
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

/**
 * From now on the console's files come from the development server.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ origin: string, devUrl: string }} where - the console's origin, and the development server's address,
 *   both without a slash at the end.
 */
export const showFromDevServer = async (page, { origin, devUrl }) => {
  await page.route(`${origin}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    if (pathname === '/favicon.ico') return route.continue()
    if (pathname !== '/') {
      const { status, type, body } = await ask(`${devUrl}${pathname}${search}`)
      return route.fulfill({ status, contentType: type ?? 'text/plain', body: Buffer.from(body) })
    }
    const [response, devPage] = await Promise.all([route.fetch(), ask(`${devUrl}/console/index.html`)])
    const shellHtml = await response.text()
    const headers = response.headers()
    const policy = headers['content-security-policy'] ?? ''
    return route.fulfill({
      response,
      headers: {
        ...headers,
        'content-security-policy': loosened(policy, attribute(shellHtml, 'csp-nonce'), devUrl),
      },
      body: mergedPage(Buffer.from(devPage.body).toString('utf8'), shellHtml),
    })
  })
}
