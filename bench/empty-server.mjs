/**
 * @file Serves the empty page. Started by itself it is the baseline of a cold start: it loads nothing but Node's own
 * parts, and says where the page is as our shell does.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the empty page with the headers that matter to a first paint. */
export const serveEmptyPage = (dir) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const path = request.url === '/' ? '/index.html' : request.url
      let body
      try {
        body = readFileSync(join(dir, path))
      } catch {
        response.writeHead(404).end()
        return
      }
      const nonce = 'bench'
      if (path === '/index.html') body = Buffer.from(body.toString().replaceAll('__CSP_NONCE__', nonce))
      response.writeHead(200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'`,
      })
      response.end(body)
    }).listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() }),
    )
  })

if (import.meta.main) {
  const { url } = await serveEmptyPage(process.argv[2])
  process.stdout.write(`Holdspace is ready: ${url}\n`)
}
