/** @file The cards on paper: in danger, to be reported, and hard moments, each with the emergency number above it. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { emergencyOf, numbersToCall } from '../crisis-channels'
import { blanksFor, fillCrisisWords } from '../crisis-words'
import type { PlaceHelp } from '../place/use-place'
import '../words'
import classes from './PaperCopy.module.css'
import { PaperBlock, PaperLines, PaperSheet } from './PaperSheet'
import { BY_HAND, cardSheets, onPaper } from './paper-words'

/** `contact`: how anybody of the group reaches the organization. */
export interface CardSheetsProps {
  pack: CharterPack
  foot: string
  help: PlaceHelp
  contact: string
}

/** The emergency number of the facilitator's own place; where none is known, room to write it in. */
export const PaperEmergency = ({ help }: { help: PlaceHelp }) => {
  const { t } = useTranslation('conduct')
  const emergency = emergencyOf(help.resources)
  const numbers = emergency.kind === 'ofPlace' ? numbersToCall(emergency.resources) : []
  return (
    <p className={classes.emergency} data-emergency>
      {numbers.length > 0
        ? t('paper.emergency', { numbers: numbers.join(t('crisis.inWords.or')) })
        : t('paper.emergencyBlank', { blank: BY_HAND })}
    </p>
  )
}

/** One sheet for each kind of card. */
export const CardSheets = ({ pack, foot, help, contact }: CardSheetsProps) => {
  const { t, i18n } = useTranslation('conduct')
  const blanks = useMemo(() => blanksFor(help, t, i18n.language), [help, t, i18n.language])
  return (
    <>
      {cardSheets(pack.crisisCards).map(({ kind, cards }) => (
        <PaperSheet key={kind} title={t(`paper.${kind}`)} foot={foot} columns={2}>
          <PaperEmergency help={help} />
          {cards.map(({ id, title, say }) => (
            <PaperBlock key={id} title={title}>
              <PaperLines lines={say.flatMap((words) => fillCrisisWords(words, blanks) ?? [])} />
            </PaperBlock>
          ))}
          {kind === 'danger' ? (
            <PaperBlock title={t('paper.closingTitle')}>
              <PaperLines lines={pack.groupClosing.say.map((words) => onPaper(words, contact))} />
            </PaperBlock>
          ) : (
            <PaperBlock title={t('paper.afterRemoval')}>
              <PaperLines lines={[pack.afterRemovalLine]} />
            </PaperBlock>
          )}
        </PaperSheet>
      ))}
      <PaperSheet title={t('paper.moments')} beside={<PaperEmergency help={help} />} foot={foot} columns={2}>
        {pack.conductCards.map(({ id, title, say }) => (
          <PaperBlock key={id} title={title}>
            <PaperLines lines={say} />
          </PaperBlock>
        ))}
      </PaperSheet>
    </>
  )
}
