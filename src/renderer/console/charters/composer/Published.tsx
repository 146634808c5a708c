/** @file A charter was published: worked with from now on, tried in a rehearsal, and handed on as a file. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TakenVersion } from '../../../../contract/charter-files'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { calendarDayOf } from '../../ui/when'
import { CharterAsFile } from '../files/CharterAsFile'
import classes from './composer.module.css'
import { COMPOSE_PATH } from './paths'

/** What comes next. */
export const Published = ({ charter }: { charter: TakenVersion }) => {
  const { t, i18n } = useTranslation('composer')
  const cache = useQueryClient()
  const choose = useMutation({
    mutationFn: () => client.charters.choose({ charterId: charter.id }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.charters.key() }),
  })
  return (
    <Page title={t('published.title', { name: charter.name })} lead={t('published.lead')} width="narrow">
      {charter.waitsUntil === null ? null : (
        <p role="status">{t('published.waits', { day: calendarDayOf(charter.waitsUntil, i18n.language) })}</p>
      )}
      <Section title={t('published.use')} lead={t('published.useLead')}>
        <ProblemNotice error={choose.error} />
        <div className={classes.acts}>
          <Button loading={choose.isPending} onClick={() => choose.mutate()}>
            {t('published.choose')}
          </Button>
          <Button component={Link} href="/drills" variant="default">
            {t('published.rehearse')}
          </Button>
        </div>
        <p role="status">{choose.isSuccess ? t('published.chosen', { name: charter.name }) : null}</p>
      </Section>
      <Section title={t('charterFiles:save.title')}>
        <CharterAsFile pack={charter} />
      </Section>
      <Section>
        <div>
          <Button component={Link} href={COMPOSE_PATH} variant="subtle">
            {t('published.back')}
          </Button>
        </div>
      </Section>
    </Page>
  )
}
