/** @file One hand-off at the desk: read, sorted by what it is about, answered; what is left of it once its words are gone. */
import { Button, Checkbox } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { DeskTheme, type Received } from '../../../contract/desk'
import { HandOffNumber } from '../../../contract/hand-off'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { calendarDayOf, dayOf } from '../ui/when'
import { StatusPill } from './DeskPage'
import classes from './desk.module.css'
import { Feedback } from './Feedback'
import './words'

/** The page. */
export const ReceivedPage = ({ number: address }: { number: string }) => {
  const { t } = useTranslation('desk')
  const number = HandOffNumber.safeParse(address).data
  const asked = useQuery(queries.desk.get.queryOptions({ input: number ? { number } : skipToken }))
  const error = number === undefined ? { code: 'NOT_FOUND' } : asked.error
  const back = (
    <Button variant="default" component={Link} href="/desk">
      {t('received.back')}
    </Button>
  )
  return (
    <Page title={t('received.title', { number: number ?? '' })} width="narrow">
      <ProblemNotice error={error} />
      {asked.data ? <Shown received={asked.data} /> : error ? null : <p role="status">{t('app:loading')}</p>}
      <div className="no-print">{back}</div>
    </Page>
  )
}

const Shown = ({ received }: { received: Received }) => {
  const { number, status, receivedAt, expiresOn, charter, answers } = received
  const { t, i18n } = useTranslation('desk')
  const cache = useQueryClient()
  const pack = useQuery(queries.charters.get.queryOptions({ input: { charterId: charter.id } }))
  const isHere = answers.length > 0
  const { mutate: noteRead } = useMutation({
    mutationFn: () => client.desk.noteRead({ number }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.desk.key() }),
  })
  useEffect(() => {
    if (status === 'new') noteRead()
  }, [status, noteRead])
  const ours = [
    t('feedback.parts.value'),
    t('feedback.parts.notice'),
    t('feedback.parts.offer'),
    t('feedback.parts.next'),
  ]
  const isKnown = pack.data !== undefined || pack.error !== null
  return (
    <>
      <p>
        <StatusPill status={status} />
      </p>
      <p className={classes.quiet}>
        {t(isHere ? 'received.dates' : `received.${status === 'askedBack' ? 'askedBack' : 'past'}`, {
          day: dayOf(receivedAt, i18n.language),
          until: calendarDayOf(expiresOn, i18n.language),
        })}
      </p>
      {isHere ? (
        <>
          <Card label={t('received.words')}>
            <h2>{t('received.words')}</h2>
            {answers.map(({ path, question, words }) => (
              <div key={path}>
                <p className={classes.quiet}>
                  <bdi>{question ?? t('received.ownWords')}</bdi>
                </p>
                <p dir="auto" className={classes.words}>
                  <bdi>{words}</bdi>
                </p>
              </div>
            ))}
          </Card>
          <Themes received={received} />
          {isKnown ? (
            <Feedback
              received={received}
              headings={pack.data?.feedbackParts?.map(({ text }) => text) ?? ours}
            />
          ) : null}
        </>
      ) : null}
    </>
  )
}

const Themes = ({ received: { number, themes } }: { received: Received }) => {
  const { t } = useTranslation('desk')
  const cache = useQueryClient()
  const set = useMutation({
    mutationFn: (next: DeskTheme[]) => client.desk.setThemes({ number, themes: next }),
    onError: () => setChosen(themes),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.desk.key() }),
    // One after another, as they were pressed: the last one stands.
    scope: { id: `desk.themes ${number}` },
  })
  // Shown at once, until it is stored: a box that springs back for a moment is pressed again.
  const [chosen, setChosen] = useState<readonly DeskTheme[]>(themes)
  const choose = (next: DeskTheme[]) => {
    setChosen(next)
    set.mutate(next)
  }
  return (
    <Card label={t('themes.about')}>
      <h2>{t('themes.about')}</h2>
      <p className={classes.quiet}>{t('themes.lead')}</p>
      <ProblemNotice error={set.error} />
      <div className={classes.themes}>
        {DeskTheme.options.map((theme) => (
          <Checkbox
            key={theme}
            label={t(`theme.${theme}`)}
            checked={chosen.includes(theme)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, theme] : chosen.filter((one) => one !== theme))
            }
          />
        ))}
      </div>
    </Card>
  )
}
