/**
 * @file Somebody who helps to hold the room, on whatever client they are: named here for tonight, expected as a
 * moderator from then on, and handed the words for their part, which go into the box and are sent there.
 */
import { NativeSelect } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { useCharterTag, useGroupLanguage, useGroupWords } from '../../words/group-language'
import type { LiveRoomModel } from '../live/live-room'
import { fillScript, type ScriptWords } from './fill-script'
import classes from './Person.module.css'

/** The person, whether they were named, and the charter's words. */
export interface CoFacilitatorPartProps {
  person: { id: string; name: string }
  isCoFacilitator: boolean
  pack: CharterPack | null
  /** What fills the charter's lines; the name in them is this person's. */
  filled: ScriptWords
  canSend: boolean
  room: Pick<LiveRoomModel, 'setCoFacilitator'>
  /** Puts words into the box for this person, in place of those put there before. */
  onPut: (words: string, before: string) => void
}

/** The naming, and the words once they are named. */
export const CoFacilitatorPart = ({
  person,
  isCoFacilitator,
  pack,
  filled,
  canSend,
  room,
  onPut,
}: CoFacilitatorPartProps) => {
  const { t } = useTranslation('meeting')
  const id = useId()
  return (
    <div className={classes.coFacilitator}>
      <button
        type="button"
        className={classes.button}
        aria-pressed={isCoFacilitator}
        aria-describedby={`${id}-hint`}
        onClick={() => room.setCoFacilitator(person.id, !isCoFacilitator)}
      >
        {t('coFacilitator.name')}
      </button>
      <p id={`${id}-hint`} className={classes.note}>
        {t(isCoFacilitator ? 'coFacilitator.isNamed' : 'coFacilitator.hint')}
      </p>
      {isCoFacilitator && pack && canSend ? (
        <PartWords pack={pack} filled={{ ...filled, displayName: person.name }} onPut={onPut} />
      ) : null}
    </div>
  )
}

/** Moving through the list changes what stands in the box and nothing else (promise 10). */
const PartWords = ({
  pack,
  filled,
  onPut,
}: Pick<CoFacilitatorPartProps, 'filled' | 'onPut'> & { pack: CharterPack }) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const language = useGroupLanguage()
  const tag = useCharterTag()
  const [chosen, setChosen] = useState('')
  const id = useId()
  const parts = [
    {
      label: t('coFacilitator.tasks'),
      language,
      lines: [
        toGroup('coFacilitator.watchDoor'),
        toGroup('coFacilitator.watchMessages'),
        toGroup('coFacilitator.stayWithOthers'),
      ],
    },
    {
      label: t('coFacilitator.opening'),
      language: tag,
      lines: pack.openingScript.map(({ text }) => fillScript(text, filled)),
    },
  ]
  return (
    <NativeSelect
      label={t('coFacilitator.words')}
      description={t('coFacilitator.wordsHint')}
      id={id}
      value={chosen}
      onChange={(event) => {
        const { value } = event.currentTarget
        onPut(value, chosen)
        setChosen(value)
      }}
    >
      <option value="">{t('coFacilitator.choose')}</option>
      {parts.map(({ label, language: spoken, lines }) => (
        <optgroup key={label} label={label}>
          {lines.map((line) => (
            <option key={line} value={line} lang={spoken}>
              {line}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}
