/** @file The charter page: what the group stands for, what follows here, and who carries each clause. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import { client } from '../client'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/charters.json'
import { useProblemWords } from '../words/problems'
import { ChooseCharter } from './ChooseCharter'
import { ClauseList } from './ClauseList'
import classes from './charters.module.css'
import { SettingList } from './SettingList'

registerWords('charters', words)

/** The chosen charter, or the choice where there is none yet. */
export const CharterPage = () => {
  const { t } = useTranslation('charters')
  const { t: tApp } = useTranslation('app')
  const problemWords = useProblemWords()
  const charter = useQuery({
    queryKey: ['charters', 'chosenPack'],
    queryFn: async () => {
      const chosen = await client.charters.chosen()
      return chosen ? await client.charters.get({ charterId: chosen.id }) : null
    },
  })

  if (charter.isPending) {
    return (
      <Page title={t('title')}>
        <p role="status">{t('loading')}</p>
      </Page>
    )
  }
  if (charter.isError) {
    return (
      <Page title={t('title')}>
        <Notice
          tone="problem"
          title={t('failed')}
          actions={
            <Button variant="default" onClick={() => void charter.refetch()}>
              {tApp('tryAgain')}
            </Button>
          }
        >
          {problemWords(charter.error).body}
        </Notice>
        <ChooseCharter onChosen={() => void charter.refetch()} />
      </Page>
    )
  }
  if (!charter.data) {
    return (
      <Page title={t('unchosen.title')} lead={t('unchosen.lead')} width="narrow">
        <ChooseCharter onChosen={() => void charter.refetch()} />
      </Page>
    )
  }
  return <Chosen pack={charter.data} />
}

const Chosen = ({ pack }: { pack: CharterPack }) => {
  const { t, i18n } = useTranslation('charters')
  const [isChanging, setIsChanging] = useState(false)
  const version = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${pack.version}T00:00:00.000Z`),
  )
  return (
    <Page title={t('title')} lead={t('lead', { name: pack.name, version })}>
      {pack.values.length > 0 ? (
        <section className={classes.section}>
          <h2>{t('values')}</h2>
          <ul className={classes.values}>
            {pack.values.map((value) => (
              <li key={value.id}>{value.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={classes.section}>
        <h2>{t('settings.title')}</h2>
        <SettingList pack={pack} />
      </section>
      <section className={classes.section}>
        <h2>{t('carried.title')}</h2>
        <ClauseList clauses={pack.clauses} />
      </section>
      <section className={`${classes.section} no-print`}>
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
      </section>
    </Page>
  )
}
