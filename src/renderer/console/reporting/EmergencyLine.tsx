/** @file The first line of every report: the emergency number of the place where the person is. */
import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { emergencyOf, numbersToCall, type PlaceHelp } from '../conduct'
import { placeName } from '../words/place-name'
import classes from './EmergencyLine.module.css'

/** Its sentences: the number to call first, then the place it is for, or that none is known. For screen and paper. */
export const useEmergencyWords = ({ place, resources }: PlaceHelp): { call: string; about: string } => {
  const { t, i18n } = useTranslation('reporting')
  const { t: tConduct } = useTranslation('conduct')
  const emergency = emergencyOf(resources)
  const name = place.region === null ? '' : placeName(place.region, i18n.language)
  const numbers =
    emergency.kind === 'none' ? '' : numbersToCall(emergency.resources).join(tConduct('crisis.inWords.or'))
  if (emergency.kind === 'ofPlace') {
    const isUnchecked = emergency.resources.some(({ status }) => status === 'unverified')
    return {
      call: t('emergency.call', { numbers }),
      about: [
        t(`emergency.${place.kind}`, { place: name }),
        ...(isUnchecked ? [t('emergency.unverified')] : []),
      ].join(' '),
    }
  }
  return {
    call: t('emergency.callLocal'),
    about: [
      ...(emergency.kind === 'fallback' ? [t('emergency.try', { numbers })] : []),
      place.region === null ? t('emergency.notChosen') : t('emergency.unknownPlace', { place: name }),
    ].join(' '),
  }
}

/** The line. It is there whatever loads or fails; `onChoose` leads to where the place is said. */
export const EmergencyLine = ({ help, onChoose }: { help: PlaceHelp; onChoose?: () => void }) => {
  const { t } = useTranslation('reporting')
  const { call, about } = useEmergencyWords(help)
  return (
    <section className={classes.line} aria-label={t('emergency.label')}>
      <IconPhone size={24} aria-hidden />
      <div>
        <p className={classes.call}>{call}</p>
        <p>{about}</p>
        {onChoose && help.place.kind !== 'chosenHere' ? (
          <Button variant="subtle" px={0} onClick={onChoose}>
            {t('emergency.choose')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
