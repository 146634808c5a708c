/** @file Server-rendered `<meta>` elements: how a page of ours learns the origins it may speak with. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * Sets `<meta name content>` elements at the start of the head; earlier ones of the same name are dropped.
 *
 * @param html - a built page with a `<head>`.
 * @throws when the page has no head to put them in.
 */
export const setMeta = (html: string, metas: Readonly<Record<string, string>>): string => {
  let cleaned = html
  for (const name of Object.keys(metas)) {
    cleaned = cleaned.replaceAll(new RegExp(`\\s*<meta\\s+name="${name}"[^>]*>`, 'g'), '')
  }
  const head = /<head[^>]*>/.exec(cleaned)
  if (!head) throw new Error('A built page has no head.')
  const at = head.index + head[0].length
  const elements = Object.entries(metas)
    .map(([name, content]) => `<meta name="${name}" content="${escaped(content)}" />`)
    .join('')
  return `${cleaned.slice(0, at)}${elements}${cleaned.slice(at)}`
}
