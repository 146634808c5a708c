/**
 * @file The paper copy of a charter: a sheet each for the opening words, the checklists, the steps, the cards and the
 * numbers, for an evening on which the laptop is dead. Seen only by the printer.
 */

import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { OnCallContact } from '../../../../contract/conduct'
import type { PlaceHelp } from '../place/use-place'
import '../words'
import { dayOf } from '../../ui/when'
import { InLanguageOf } from '../../words/InLanguageOf'
import { versionWords } from '../../words/version-words'
import { CallSheet } from './CallSheet'
import { CardSheets } from './CardSheets'
import classes from './PaperCopy.module.css'
import { PaperBlock, PaperSheet } from './PaperSheet'
import { onPaper, reasonsOf } from './paper-words'

/** What is printed. `printedAt`: milliseconds since 1970, for the foot of each sheet. */
export interface PaperCopyProps {
  pack: CharterPack
  help: PlaceHelp
  /** Null where none is set. */
  onCall: OnCallContact | null
  /** How anybody of the group reaches the organization. */
  contact: string
  printedAt: number
}

/** The sheets that can be looked at one by one, in the order of an evening. */
export const paperSheetNames = ['opening', 'checklists', 'steps', 'cards', 'contacts'] as const
/** Name of a sheet; `cards` are three. */
export type PaperSheetName = (typeof paperSheetNames)[number]

/** Every sheet, in the order of an evening. Nothing on them names a person or a group. */
export const PaperCopy = (props: PaperCopyProps) =>
  createPortal(
    <article className={classes.sheet} data-print-sheet lang={props.pack.language}>
      {paperSheetNames.map((name) => (
        <Sheet key={name} name={name} {...props} />
      ))}
    </article>,
    document.body,
  )

type SheetProps = PaperCopyProps & { name: PaperSheetName }

/** One sheet as it will be on paper, in the language of its charter. */
export const Sheet = (props: SheetProps) => (
  <InLanguageOf language={props.pack.language}>
    <SheetOf {...props} />
  </InLanguageOf>
)

const SheetOf = (props: SheetProps) => {
  const { name, pack, help, onCall, contact, printedAt } = props
  const { t, i18n } = useTranslation('conduct')
  const foot = t('paper.foot', {
    organization: pack.organization,
    version: versionWords(pack.version, i18n),
    day: dayOf(printedAt, i18n.language),
  })
  switch (name) {
    case 'opening':
      return (
        <PaperSheet title={t('paper.opening')} foot={foot}>
          <ol className={classes.script}>
            {pack.openingScript.map(({ id, text }) => (
              <li key={id}>{onPaper(text, contact)}</li>
            ))}
          </ol>
        </PaperSheet>
      )
    case 'checklists':
      return (
        <PaperSheet title={t('paper.checklists')} foot={foot} columns={2}>
          {(['before', 'hold', 'close'] as const).map((phase) => (
            <PaperBlock key={phase} title={t(`paper.phase.${phase}`)} isLong>
              <ul className={classes.boxes}>
                {pack.checklists[phase].map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            </PaperBlock>
          ))}
        </PaperSheet>
      )
    case 'steps':
      return <StepsSheet pack={pack} foot={foot} />
    case 'cards':
      return <CardSheets pack={pack} foot={foot} help={help} contact={contact} />
    case 'contacts':
      return <CallSheet pack={pack} foot={foot} help={help} onCall={onCall} contact={contact} />
  }
}

const StepsSheet = ({ pack, foot }: { pack: CharterPack; foot: string }) => {
  const { t } = useTranslation('conduct')
  const safety = reasonsOf(pack, 'safety')
  return (
    <PaperSheet title={t('paper.steps')} foot={foot} columns={2}>
      <PaperBlock title={t('paper.stepsTitle')}>
        <ol className={classes.lines}>
          {pack.settings.ladder.value.map(({ kind, say }) => (
            <li key={kind}>
              {say === null
                ? t(`ladder.rung.${kind}`)
                : t('paper.step', { step: t(`ladder.rung.${kind}`), words: say })}
            </li>
          ))}
        </ol>
      </PaperBlock>
      <PaperBlock title={t('paper.reasons.conduct')} isLong>
        <dl className={classes.reasons}>
          {reasonsOf(pack, 'conduct').map((reason) => (
            <div key={reason.id}>
              <dt>{reason.label}</dt>
              <dd>
                {reason.say} {reason.redLine === null ? null : <em>{t('paper.redLine')}</em>}
              </dd>
            </div>
          ))}
        </dl>
      </PaperBlock>
      {safety.length > 0 ? (
        <PaperBlock title={t('paper.reasons.safety')} isLong>
          <dl className={classes.reasons}>
            {safety.map(({ id, label, say, cardId }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>
                  {say}{' '}
                  <em>
                    {t('paper.card', { title: pack.crisisCards.find((card) => card.id === cardId)?.title })}
                  </em>
                </dd>
              </div>
            ))}
          </dl>
        </PaperBlock>
      ) : null}
    </PaperSheet>
  )
}
