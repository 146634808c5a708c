/** @file What was told of the organization, newest first, each to be saved as a file. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RolledUp } from '../../../contract/roll-up'
import { Answered, bothAsked } from '../Answered'
import { queries } from '../queries'
import { type SavedFile, saveAsFile } from '../save-file'
import { Notice } from '../ui/Notice'
import { dayOf } from '../ui/when'
import { Emptied } from './Emptied'
import { exportCsv, exportFileName, methodLines } from './export-text'
import type { PacksById } from './measure-words'
import { NumbersTable } from './NumbersTable'
import classes from './Preview.module.css'
import { periodName } from './period-words'
import { usePacks } from './use-packs'

/** The list; nothing where nothing was told. */
export const ToldBefore = () => {
  const told = useQuery(queries.insight.rollUp.told.queryOptions())
  const packs = usePacks()
  return (
    <Answered asked={bothAsked(told, packs)}>
      {([all, byId]) => all.map((one) => <OneTold key={one.countedAt} told={one} packs={byId} />)}
    </Answered>
  )
}

const OneTold = ({ told, packs }: { told: RolledUp; packs: PacksById }) => {
  const { t, i18n } = useTranslation('insight')
  const [saved, setSaved] = useState<SavedFile | null>(null)
  const { numbers, bundles } = told
  const words = { numbers, packs, t, language: i18n.language, bundles }
  const title = t('desk.told', {
    period: periodName(numbers.period, t, i18n.language),
    count: bundles,
    day: dayOf(told.countedAt, i18n.language),
  })
  return (
    <section aria-label={title} className={classes.inside}>
      <h3>{title}</h3>
      <NumbersTable measures={numbers.measures} packs={packs} />
      <Emptied numbers={numbers} packs={packs} />
      <ul>
        {methodLines(words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() =>
            setSaved(saveAsFile(exportCsv(words), exportFileName(numbers, 'csv', 'organization'), 'text/csv'))
          }
        >
          {t('desk.export')}
        </Button>
      </div>
      {saved ? <Notice tone="plain" title={t('desk.exported', { name: saved.fileName })} /> : null}
    </section>
  )
}
