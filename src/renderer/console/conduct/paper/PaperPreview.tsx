/** @file A sheet of the paper copy on the screen, as it will be on paper. */
import { useState } from 'react'
import type { CharterPack } from '../../../../contract/charters'
import { usePlaceHelp } from '../place/use-place'
import { useGroupContact, useOnCall } from '../use-on-call'
import { type PaperSheetName, Sheet } from './PaperCopy'
import classes from './PaperCopy.module.css'
import { BY_HAND } from './paper-words'

/** The sheet that is named, of a charter that need not be sound. */
export const PaperPreview = ({ pack, sheet }: { pack: CharterPack; sheet: PaperSheetName }) => {
  const help = usePlaceHelp(null)
  const onCall = useOnCall()
  const contact = useGroupContact(pack.organization.trim() === '' ? BY_HAND : pack.organization)
  const [shownAt] = useState(() => Date.now())
  return (
    <article className={`${classes.preview} no-print`} lang={pack.language} data-paper-preview>
      <Sheet name={sheet} pack={pack} help={help} onCall={onCall} contact={contact} printedAt={shownAt} />
    </article>
  )
}
