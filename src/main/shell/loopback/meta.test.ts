/** @file What goes into a page's meta elements stays there. */
import { expect, it } from 'vitest'
import { setMeta } from './meta'

it('lets no value out of its quotes', () => {
  const html = setMeta('<html><head><title>x</title></head></html>', { drill: '"><script>1</script>&' })
  expect(html).toContain('content="&quot;>&lt;script>1&lt;/script>&amp;"')
  expect(html).not.toContain('<script>')
})

it('drops an earlier one of the same name, and needs a head', () => {
  const html = setMeta('<head><meta name="a" content="old" /></head>', { a: 'new' })
  expect(html.match(/name="a"/g)).toHaveLength(1)
  expect(html).toContain('content="new"')
  expect(() => setMeta('<body></body>', { a: '1' })).toThrow('no head')
})
