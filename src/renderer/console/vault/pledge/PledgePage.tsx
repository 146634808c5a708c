/** @file The page for a group: what is not kept, what is, until when, and what is beyond our reach. One sheet of paper. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Pledge } from './pledge-lines'

/** A heading and its lines. */
interface PledgePart {
  title: string
  lines: readonly string[]
}

/** The whole page in the words of a language: what is shown, printed and copied is this and nothing else. */
export const pledgeWords = (t: TFunction<'vault'>, pledge: Pledge, day: string) => {
  const parts: PledgePart[] = [
    {
      title: t('pledge.page.never.title'),
      lines: (['names', 'attendance', 'notes', 'recordings'] as const).map((one) =>
        t(`pledge.page.never.${one}`),
      ),
    },
    {
      title: t('pledge.page.kept.title'),
      lines: [
        ...pledge.lines.map((line) => t(`pledge.page.kept.${line}`)),
        // Never left out for want of words.
        ...(pledge.untold.length === 0
          ? []
          : [t('pledge.page.untold', { columns: pledge.untold.join(', ') })]),
      ],
    },
    {
      title: t('pledge.page.ends.title'),
      lines: (['byItself', 'asked', 'copies'] as const).map((one) => t(`pledge.page.ends.${one}`)),
    },
    {
      title: t('pledge.page.beyond.title'),
      lines: (['server', 'others', 'paper', 'organization'] as const).map((one) =>
        t(`pledge.page.beyond.${one}`),
      ),
    },
  ]
  return { title: t('pledge.page.title'), intro: t('pledge.page.intro', { day }), parts }
}

/** The same as one text, to be sent. */
export const pledgeText = (words: ReturnType<typeof pledgeWords>): string =>
  [
    words.title,
    words.intro,
    ...words.parts.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
  ].join('\n\n')

/** On screen and on paper. `Heading`: the level that fits where it stands. */
export const PledgePage = (props: { pledge: Pledge; day: string; level: 1 | 3 }) => {
  const { t } = useTranslation('vault')
  const { title, intro, parts } = pledgeWords(t, props.pledge, props.day)
  const [Heading, Part] = props.level === 1 ? (['h1', 'h2'] as const) : (['h3', 'h4'] as const)
  return (
    <>
      <Heading>{title}</Heading>
      <p>{intro}</p>
      {parts.map((part) => (
        <section key={part.title}>
          <Part>{part.title}</Part>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
