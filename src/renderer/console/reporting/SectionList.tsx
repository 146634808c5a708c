/** @file The report's parts as a list that jumps: what a hotline asks first, and what has time. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { askedFirst, reportSections } from '../../../contract/report-fields'
import { sectionId } from './field-address'
import classes from './SectionList.module.css'

const isFirst = (id: string): boolean => askedFirst.some((first) => first === id)

const jump = (id: string): void => {
  const heading = document.getElementById(sectionId(id))
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

/** The list, drawn again when other questions are open. `openPaths`: those that are, by their path. */
export const SectionList = memo(({ openPaths }: { openPaths: readonly string[] }) => {
  const { t } = useTranslation('reporting')
  const ids = Object.keys(reportSections)
  const part = (title: string, some: readonly string[]) => (
    <div>
      <p className={classes.part}>{title}</p>
      <ol className={classes.list}>
        {some.map((id) => {
          const count = openPaths.filter((path) => path.startsWith(`${id}.`)).length
          return (
            <li key={id}>
              <button type="button" className={classes.jump} onClick={() => jump(id)}>
                {t('jump.open', { title: t(`sections.${id}`), count })}
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
  return (
    <nav aria-label={t('jump.label')} className={classes.nav}>
      {part(t('jump.first'), ids.filter(isFirst))}
      {part(
        t('jump.later'),
        ids.filter((id) => !isFirst(id)),
      )}
    </nav>
  )
})
