/** @file What a draft will look like: the sheets of its paper copy on the screen, one at a time, and on paper. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { PaperCopyOffer, PaperPreview, type PaperSheetName, paperSheetNames } from '../../conduct'
import { Section } from '../../ui/Section'
import { ClauseList } from '../ClauseList'
import classes from './composer.module.css'

/** The sheets, and the clauses as the charter page has them. */
export const Preview = ({ pack }: { pack: CharterPack }) => {
  const { t } = useTranslation('composer')
  const [sheet, setSheet] = useState<PaperSheetName>('opening')
  return (
    <div className={classes.form}>
      <NativeSelect
        label={t('preview.sheets')}
        value={sheet}
        data={paperSheetNames.map((name) => ({ value: name, label: t(`preview.${name}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const chosen = paperSheetNames.find((name) => name === value)
          if (chosen) setSheet(chosen)
        }}
      />
      <PaperPreview pack={pack} sheet={sheet} />
      <PaperCopyOffer pack={pack} />
      <Section title={t('charters:carried.title')}>
        <ClauseList clauses={pack.clauses} language={pack.language} />
      </Section>
    </div>
  )
}
