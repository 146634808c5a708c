/** @file Whom to call, on paper: emergency, crisis lines, lines to report to, who is on call, whom to turn to. */
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { CrisisResource, OnCallContact } from '../../../../contract/conduct'
import { registerWords } from '../../words'
import charterWords from '../../words/en/charters.json'
import { placeName } from '../../words/place-name'
import { crisisLinesOf } from '../crisis-channels'
import type { PlaceHelp } from '../place/use-place'
import { reportingLinesFor } from '../reporting-lines'
import '../words'
import { PaperEmergency } from './CardSheets'
import classes from './PaperCopy.module.css'
import { PaperBlock, PaperSheet } from './PaperSheet'
import { BY_HAND, waysOnPaper } from './paper-words'

// The roles of a charter's contacts have their words there.
registerWords('charters', charterWords)

/** `onCall`: null where none is set; then there is room to write it in. */
export interface CallSheetProps {
  pack: CharterPack
  foot: string
  help: PlaceHelp
  onCall: OnCallContact | null
  contact: string
}

/** The sheet of numbers, for the facilitator's own place, which it names. */
export const CallSheet = ({ pack, foot, help, onCall, contact }: CallSheetProps) => {
  const { t, i18n } = useTranslation('conduct')
  const { t: ofCharters } = useTranslation('charters')
  const { region } = help.place
  const persons = pack.reportTriggers.flatMap((trigger) => trigger.persons ?? [])
  const reportTo = reportingLinesFor(help.resources, persons).lines.map(({ resource }) => resource)
  const lines = crisisLinesOf(help.resources).filter(({ id }) => !reportTo.some((line) => line.id === id))
  return (
    <PaperSheet title={t('paper.contacts')} foot={foot} columns={2}>
      <PaperEmergency help={help} />
      {region === null || region === 'WORLD' ? null : (
        <p>{t('paper.place', { place: placeName(region, i18n.language) })}</p>
      )}
      <PaperBlock title={t('paper.onCall')}>
        <p>{onCall === null ? BY_HAND : `${onCall.role}: ${onCall.number}`}</p>
      </PaperBlock>
      <PaperBlock title={t('paper.groupContact')}>
        <p>{contact}</p>
      </PaperBlock>
      {pack.contacts.length > 0 ? (
        <PaperBlock title={t('paper.roles')}>
          <ul className={classes.lines}>
            {pack.contacts.map(({ id, role, turnTo }) => (
              <li key={id}>
                {ofCharters(`contacts.role.${role}`)} ({BY_HAND}): {turnTo}
              </li>
            ))}
          </ul>
        </PaperBlock>
      ) : null}
      <Services title={t('crisis.lines')} services={lines} />
      <Services title={t('paper.reportTo')} services={reportTo} />
    </PaperSheet>
  )
}

const Services = ({ title, services }: { title: string; services: readonly CrisisResource[] }) => {
  const { t, i18n } = useTranslation('conduct')
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const wayInWords = ({
    afterConnect,
    languages,
    ...way
  }: ReturnType<typeof waysOnPaper>[number]): string => {
    const said = t(`crisis.channel.${way.key}`, way)
    const then = afterConnect === null ? said : `${said}, ${t('crisis.channel.then', { step: afterConnect })}`
    return languages.length === 0
      ? then
      : `${then} (${languages.map((code) => languageNames.of(code) ?? code).join(', ')})`
  }
  return services.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul className={classes.lines}>
        {services.map((service) => (
          <li key={service.id}>
            <strong>{service.name}</strong>: {waysOnPaper(service).map(wayInWords).join('; ')}
            {service.status === 'unverified' ? ` (${t('paper.unverified')})` : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
