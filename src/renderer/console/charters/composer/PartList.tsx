/** @file The parts of a charter as a list to go by, each with how much is still to be put right. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DraftProblem } from '../../../../contract/charter-judge/judge-draft'
import classes from './composer.module.css'
import { type ComposerPageName, composerPages, partOf } from './parts'
import { composerPath } from './paths'

/** The list. */
export const PartList = (props: {
  draftId: string
  page: ComposerPageName
  problems: readonly DraftProblem[]
}) => {
  const { draftId, page, problems } = props
  const { t } = useTranslation('composer')
  const countOf = (one: ComposerPageName): number => {
    if (one === 'publish') return problems.length
    return one === 'preview' ? 0 : problems.filter(({ where }) => partOf(where) === one).length
  }
  return (
    <nav aria-label={t('parts')} className={classes.parts}>
      <ul>
        {composerPages.map((one) => {
          const count = countOf(one)
          return (
            <li key={one}>
              <Link
                href={composerPath(draftId, one)}
                className={classes.part}
                aria-current={one === page ? 'page' : undefined}
              >
                <span>{t(`pages.${one}.title`)}</span>
                {count > 0 ? <span className={classes.count}>{t('problemCount', { count })}</span> : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
