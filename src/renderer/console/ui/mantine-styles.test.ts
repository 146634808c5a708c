/** @file Each part of Mantine that the console uses has its style sheet: without it a part is there and cannot be seen. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../..')
const styles = join(import.meta.dirname, '../../../../node_modules/@mantine/core/styles')
const everywhere = readFileSync(join(import.meta.dirname, 'mantine.css'), 'utf8')

/** Names that a source takes from `@mantine/core`, types among them. */
const takenFrom = (source: string): string[] =>
  [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').flatMap((name) => /^(?:type )?(\w+)/.exec(name.trim())?.[1] ?? []),
  )

/** Parts with a style sheet of their own that neither the source nor the console as a whole brings. */
const bareIn = (source: string): string[] =>
  takenFrom(source).filter(
    (name) =>
      existsSync(join(styles, `${name}.css`)) &&
      ![everywhere, source].some((text) => text.includes(`@mantine/core/styles/${name}.css`)),
  )

it('is brought for every part, by the console or by the file that uses it', () => {
  const bare: string[] = []
  let taken = 0
  for (const name of readdirSync(renderer, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.tsx')) continue
    const source = readFileSync(join(renderer, name), 'utf8')
    taken += takenFrom(source).length
    bare.push(...bareIn(source).map((part) => `${name}: ${part}`))
  }
  expect(taken).toBeGreaterThan(50)
  expect(bare).toEqual([])
})

it('is missed where it is not', () => {
  const source = "import {\n  Button,\n  type ButtonProps,\n  Slider as Pulled,\n} from '@mantine/core'\n"
  expect(bareIn(source)).toEqual(['Slider'])
  expect(bareIn(`${source}import '@mantine/core/styles/Slider.css'\n`)).toEqual([])
})
