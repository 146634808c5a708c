/** @file The page Backup: everything as one file in a folder of one's own, proof that it opens, and a reminder. */
import { useMutationState, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answered } from '../../Answered'
import { LeftOut } from '../../LeftOut'
import { queries } from '../../queries'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { momentOf } from '../../ui/when'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { BackupReminder } from './BackupReminder'
import { BackupProblemNotice } from './backup-problem'
import { MakeBackup } from './MakeBackup'

registerWords('vault', words)

/** The page. */
export const BackupPage = () => {
  const { t, i18n } = useTranslation('vault')
  const place = useQuery(queries.vault.backup.place.queryOptions())
  const [byItself] = useMutationState({
    filters: { mutationKey: queries.vault.backup.make.mutationKey(), status: 'error' },
    select: ({ state }) => state.error,
  })
  return (
    <Page title={t('backup.title')} lead={t('backup.lead')} width="narrow">
      <LeftOut of={['forgottenNotes']} />
      <Answered asked={place}>
        {(now) => (
          <>
            <p>
              {now.lastMadeAt === null
                ? t('backup.never')
                : t('backup.last', { moment: momentOf(now.lastMadeAt, i18n.language) })}
            </p>
            {byItself && now.isDue ? (
              <Section title={t('backup.byItselfFailed', { folder: now.folder })} isRegion>
                <BackupProblemNotice error={byItself} />
              </Section>
            ) : null}
            <MakeBackup place={now} />
            <Section title={t('backup.remind.title')} isRegion>
              <BackupReminder place={now} />
            </Section>
          </>
        )}
      </Answered>
      <Section title={t('backup.know.title')}>
        <ul>
          <li>{t('backup.know.sealed')}</li>
          <li>{t('backup.know.secret')}</li>
          <li>{t('backup.know.forgotten')}</li>
          <li>{t('backup.know.restore')}</li>
        </ul>
      </Section>
    </Page>
  )
}
