/** @file The page Passphrase: another one in its place; after recovery without the old one, with another sheet. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered } from '../../Answered'
import { queries } from '../../queries'
import { Page } from '../../ui/Page'
import { registerWords } from '../../words'
import words from '../../words/en/vault-pages.json'
import { ChangePassphrase } from './ChangePassphrase'
import { ReplaceSecrets } from './ReplaceSecrets'

registerWords('vault', words)

/** The page. */
export const PassphrasePage = () => {
  const { t } = useTranslation('vault')
  const status = useQuery(queries.vault.status.queryOptions())
  // The status may say that new secrets are in force before their answer is here; what shows the sheet stays.
  const [isReplacing, setIsReplacing] = useState(false)
  return (
    <Page title={t('passphrase.title')} lead={t('passphrase.lead')} width="narrow">
      <Answered asked={status}>
        {(now) =>
          isReplacing || (now.state === 'unlocked' && now.isRecovered) ? (
            <ReplaceSecrets
              onBegin={() => setIsReplacing(true)}
              onFailed={() => setIsReplacing(false)}
              onDone={() => setIsReplacing(false)}
            />
          ) : (
            <ChangePassphrase />
          )
        }
      </Answered>
    </Page>
  )
}
