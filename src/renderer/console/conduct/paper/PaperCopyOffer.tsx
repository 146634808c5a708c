/** @file Where the paper copy is printed from, and what is on it. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { queries } from '../../queries'
import { usePlaceHelp } from '../place/use-place'
import { useGroupContact, useOnCall } from '../use-on-call'
import '../words'
import { PaperCopy } from './PaperCopy'

/** Opening words, checklists, steps, cards for danger and for care, hard moments, whom to call. */
const SHEETS = 7

/** One press prints every sheet. Where no region is chosen it says what will be missing, and prints all the same. */
export const PaperCopyOffer = ({ pack }: { pack: CharterPack }) => {
  const { t } = useTranslation('conduct')
  const help = usePlaceHelp(null)
  const settings = useQuery(queries.conduct.crisisSettings.queryOptions())
  const onCall = useOnCall()
  const contact = useGroupContact(pack.organization)
  const [printedAt, setPrintedAt] = useState<number | null>(null)
  // The sheets go with the print: another document printed later is printed alone.
  useEffect(() => {
    const clear = () => setPrintedAt(null)
    addEventListener('afterprint', clear)
    return () => removeEventListener('afterprint', clear)
  }, [])
  return (
    <>
      <p>{t('paper.lead', { count: SHEETS })}</p>
      {help.place.kind === 'notChosen' && !settings.isPending ? <p>{t('paper.noPlace')}</p> : null}
      {settings.error ? <p>{t('paper.notRead')}</p> : null}
      <div>
        <Button
          variant="default"
          // A sheet with room to write where a number is known would be printed for nothing.
          loading={settings.isPending}
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => {
            flushSync(() => setPrintedAt(Date.now()))
            window.print()
          }}
        >
          {t('paper.print')}
        </Button>
      </div>
      {printedAt === null ? null : (
        <PaperCopy pack={pack} help={help} onCall={onCall} contact={contact} printedAt={printedAt} />
      )}
    </>
  )
}
