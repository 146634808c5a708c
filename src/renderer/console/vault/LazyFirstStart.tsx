/** @file First start, loaded when there is no vault: the unlock screen's first load stays small. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const Loaded = lazy(async () => ({ default: (await import('./FirstStart')).FirstStart }))

/** Vault, recovery sheet, charter, contacts. It stands above every page, so it brings its own waiting words. */
export const FirstStart = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('app')
  return (
    <Suspense fallback={<p role="status">{t('loading')}</p>}>
      <Loaded onDone={onDone} />
    </Suspense>
  )
}
