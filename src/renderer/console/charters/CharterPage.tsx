/** @file The charter page: what the group stands for, what follows here, and who carries each clause. */

import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import { Answered } from '../Answered'
import { PaperCopyOffer } from '../conduct'
import { queries } from '../queries'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { registerWords } from '../words'
import words from '../words/en/charters.json'
import { versionWords } from '../words/version-words'
import { ChooseCharter } from './ChooseCharter'
import { ClauseList } from './ClauseList'
import { Contacts } from './Contacts'
import classes from './charters.module.css'
import { CharterAsFile } from './files/CharterAsFile'
import { NewVersion } from './NewVersion'
import { OursList } from './OursList'
import { Readings } from './Readings'
import { SettingList } from './SettingList'

registerWords('charters', words)

/** The chosen charter, or the choice where there is none yet. */
export const CharterPage = () => {
  const { t } = useTranslation('charters')
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const charterId = chosen.data?.id
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
  )

  if (chosen.data === null) {
    return (
      <Page title={t('unchosen.title')} lead={t('unchosen.lead')} width="narrow">
        <ChooseCharter />
      </Page>
    )
  }
  if (pack.data) return <Chosen pack={pack.data} />
  return (
    <Page title={t('title')}>
      <Answered
        asked={chosen.error ? chosen : pack}
        loading={t('loading')}
        failed={t('failed')}
        insteadOfAnswer={<ChooseCharter />}
      >
        {() => null}
      </Answered>
    </Page>
  )
}

/** Of a text that we restated its lines are told; an organization's own charter says itself where a clause stands. */
const leadOf = ({ clauses, isTextDated }: CharterPack): string => {
  if (clauses.every(({ reference }) => reference !== undefined)) return 'leadOwn'
  return isTextDated ? 'lead' : 'leadUndated'
}

const Chosen = ({ pack }: { pack: CharterPack }) => {
  const { t, i18n } = useTranslation('charters')
  const [isChanging, setIsChanging] = useState(false)
  const version = versionWords(pack.version, i18n)
  return (
    <Page
      title={t('title')}
      lead={t(leadOf(pack), { name: pack.name, organization: pack.organization, version })}
    >
      <NewVersion charterId={pack.id} />
      {pack.values.length > 0 ? (
        <Section title={t('values')}>
          <ul className={classes.values} lang={pack.language}>
            {pack.values.map((value) => (
              <li key={value.id}>
                {value.text}
                {value.meaning === null ? null : <span className={classes.meaning}>{value.meaning}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {pack.contacts.length > 0 ? (
        <Section title={t('contacts.title')} lead={t('contacts.lead')}>
          <Contacts pack={pack} />
        </Section>
      ) : null}
      <Section title={t('settings.title')}>
        <SettingList pack={pack} />
      </Section>
      <Section title={t('carried.title')}>
        <ClauseList clauses={pack.clauses} language={pack.language} />
      </Section>
      <Section title={t('readings.title')} lead={t('readings.lead')}>
        <Readings pack={pack} />
      </Section>
      <Section title={t('ours.title')} lead={t('ours.lead')}>
        <OursList pack={pack} />
      </Section>
      <Section title={t('paper')} isPrinted={false}>
        <PaperCopyOffer pack={pack} />
      </Section>
      <Section title={t('charterFiles:save.title')} isPrinted={false}>
        <CharterAsFile pack={pack} />
      </Section>
      <Section isPrinted={false}>
        <div>
          <Button
            variant="default"
            aria-expanded={isChanging}
            onClick={() => setIsChanging((isOpen) => !isOpen)}
          >
            {t(isChanging ? 'change.hide' : 'change.show')}
          </Button>
        </div>
        {isChanging ? (
          <>
            <p>{t('change.lead')}</p>
            <ChooseCharter onChosen={() => setIsChanging(false)} />
          </>
        ) : null}
      </Section>
    </Page>
  )
}
