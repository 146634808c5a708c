/** @file The before-checklist on the page, with its progress and a way to check again. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Checklist } from '../../conduct'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import classes from './prepare.module.css'
import { RolesCollide } from './RolesCollide'
import type { Before } from './use-before'

interface BeforeChecklistProps {
  before: Before
  pack: CharterPack
}

/** The card with the checklist, whose items are in the language of the charter. */
export const BeforeChecklist = ({ before, pack }: BeforeChecklistProps) => {
  const { t } = useTranslation('sessions')
  const problemWords = useProblemWords()
  const aboutRoles = new Set(
    pack.checklists.before.flatMap(({ id, isAboutRoles }) => (isAboutRoles ? [id] : [])),
  )
  const lines = before.lines.map((line) =>
    aboutRoles.has(line.id) && !line.isTicked ? { ...line, below: <RolesCollide pack={pack} /> } : line,
  )
  const problem = before.tickError === null ? null : problemWords(before.tickError)
  return (
    <Card>
      <div className={classes.head}>
        <h2>{t('prepare.checklist')}</h2>
        <p className={classes.quiet} role="status">
          {t('prepare.progress', { ticked: before.ownCount - before.untickedCount, all: before.ownCount })}
        </p>
      </div>
      {problem ? (
        <Notice tone="problem" title={t('prepare.tickFailed')}>
          {problem.title}. {problem.body}
        </Notice>
      ) : null}
      <Checklist language={pack.language} items={lines} onTick={before.tick} />
      <div>
        <Button variant="default" onClick={before.checkAgain}>
          {t('prepare.auto.again')}
        </Button>
      </div>
    </Card>
  )
}
