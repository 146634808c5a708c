/** @file Sharing with the group what is kept: shown, printed on one sheet, or copied, in the language of the charter. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { KeptKind } from '../../../../contract/vault'
import { Copy } from '../../Copy'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import { dayOf } from '../../ui/when'
import { useLanguageWithWords } from '../../words/group-language'
import { InLanguageOf } from '../../words/InLanguageOf'
import { PledgePage, pledgeText, pledgeWords } from './PledgePage'
import classes from './pledge.module.css'
import { type Pledge, pledgeOf } from './pledge-lines'

/** The language of the chosen charter, once it is known; the reader's own until then. */
const useCharterLanguage = (): string => {
  const { i18n } = useTranslation()
  const charterId = useQuery(queries.charters.chosen.queryOptions()).data?.id
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
  )
  return useLanguageWithWords(pack.data?.language ?? i18n.language)
}

/** The offer on the page What is kept, from the same answer as the page itself. */
export const PledgeOffer = ({ kinds }: { kinds: readonly KeptKind[] }) => {
  const { t, i18n } = useTranslation('vault')
  const language = useCharterLanguage()
  const [isShown, setIsShown] = useState(false)
  const [printedAt, setPrintedAt] = useState<number | null>(null)
  const id = useId()
  const pledge = pledgeOf(kinds)
  // The sheet goes with the print: What is kept, printed later, is printed alone.
  useEffect(() => {
    const clear = () => setPrintedAt(null)
    addEventListener('afterprint', clear)
    return () => removeEventListener('afterprint', clear)
  }, [])
  return (
    <Section title={t('pledge.title')} lead={t('pledge.lead')} isPrinted={false}>
      {pledge.untold.length === 0 ? null : (
        <Notice tone="problem" title={t('pledge.untoldTitle')}>
          {t('pledge.untoldBody')}
        </Notice>
      )}
      <div className={classes.acts}>
        <Button
          variant="default"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setIsShown((now) => !now)}
        >
          {t(isShown ? 'pledge.hide' : 'pledge.show')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => {
            flushSync(() => setPrintedAt(Date.now()))
            window.print()
          }}
        >
          {t('pledge.print')}
        </Button>
        <Copy
          label={t('pledge.copy')}
          copiedWords={t('pledge.copied')}
          dialogTitle={t('pledge.title')}
          failedWords={t('pledge.failed')}
          getText={async () =>
            pledgeText(pledgeWords(i18n.getFixedT(language, 'vault'), pledge, dayOf(Date.now(), language)))
          }
        />
      </div>
      <div id={id}>
        {isShown ? (
          <article className={classes.page} lang={language}>
            <InLanguageOf language={language}>
              <DatedPage pledge={pledge} at={Date.now()} level={3} />
            </InLanguageOf>
          </article>
        ) : null}
      </div>
      {printedAt === null
        ? null
        : createPortal(
            <article className={classes.sheet} data-print-sheet lang={language}>
              <InLanguageOf language={language}>
                <DatedPage pledge={pledge} at={printedAt} level={1} />
              </InLanguageOf>
            </article>,
            document.body,
          )}
    </Section>
  )
}

const DatedPage = ({ pledge, at, level }: { pledge: Pledge; at: number; level: 1 | 3 }) => {
  const { i18n } = useTranslation('vault')
  return <PledgePage pledge={pledge} day={dayOf(at, i18n.language)} level={level} />
}
