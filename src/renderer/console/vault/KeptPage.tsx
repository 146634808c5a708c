/** @file What is kept: every kind of record as the live schema has it, in plain words, each to be forgotten now. */

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Answered } from '../Answered'
import { LeftOut } from '../LeftOut'
import { queries } from '../queries'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { registerWords } from '../words'
import words from '../words/en/vault-pages.json'
import { AsksToGo } from './kept/AsksToGo'
import { Columns } from './kept/Columns'
import { useForgetting } from './kept/forgetting'
import { KindCard } from './kept/KindCard'
import classes from './kept/kept.module.css'
import { Outcomes } from './kept/Outcomes'
import { PledgeOffer } from './pledge/PledgeOffer'

registerWords('vault', words)

const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')

/** The page behind the promise: nothing on it is written by hand but the words. */
export const KeptPage = () => {
  const { t } = useTranslation('vault')
  const kept = useQuery(queries.vault.kept.queryOptions())
  const forgetting = useForgetting()

  return (
    <Page
      title={t('kept.title')}
      lead={t('kept.lead')}
      actions={
        <Button
          variant="default"
          className="no-print"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('kept.print')}
        </Button>
      }
    >
      <Outcomes outcomes={forgetting.state.outcomes} onPutAway={forgetting.putAway} />
      <LeftOut of={['forgottenNotes']} />
      <Answered asked={kept}>
        {(kinds) => (
          <>
            <p className={classes.quiet}>{t('kept.zone', { zone: zoneHere() })}</p>
            <AsksToGo kinds={kinds} forgetting={forgetting} />
            <div className={classes.kinds}>
              {kinds.map((kind) => (
                <KindCard key={kind.kind} kind={kind} forgetting={forgetting} />
              ))}
            </div>
            <OutsideVault />
            <NeverKept />
            <PledgeOffer kinds={kinds} />
            <Columns kinds={kinds} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const OutsideVault = () => {
  const { t } = useTranslation('vault')
  const device = useQuery(queries.device.state.queryOptions())
  return (
    <Section title={t('kept.device.title')}>
      <p>{t('kept.device.body', { file: device.data?.fileName ?? 'preferences.json' })}</p>
      <div className="no-print">
        <Button variant="default" component={Link} href="/settings">
          {t('kept.device.open')}
        </Button>
      </div>
    </Section>
  )
}

const NeverKept = () => {
  const { t } = useTranslation('vault')
  return (
    <Section title={t('kept.never.title')}>
      <ul className={classes.never}>
        <li>{t('kept.never.names')}</li>
        <li>{t('kept.never.attendance')}</li>
        <li>{t('kept.never.notes')}</li>
        <li>{t('kept.never.recordings')}</li>
      </ul>
      <p className={classes.quiet}>{t('kept.never.elsewhere')}</p>
    </Section>
  )
}
