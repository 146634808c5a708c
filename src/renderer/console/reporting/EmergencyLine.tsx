/** @file The first line of every report: the emergency number of the place where the person is. */
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../client'
import classes from './EmergencyLine.module.css'

/** Emergency numbers of a region, as printed; empty while unknown. */
export const useEmergencyNumbers = (region: string): readonly string[] => {
  const { data } = useQuery({
    queryKey: ['conduct', 'emergency', region],
    queryFn: async () =>
      (await client.conduct.crisisResources({ region }))
        .filter((resource) => resource.kind === 'emergency')
        .flatMap((resource) => resource.channels)
        .filter((channel) => channel.kind === 'call')
        .map((channel) => channel.value),
  })
  return [...new Set(data ?? [])]
}

/** The line. It is there whatever loads or fails. */
export const EmergencyLine = ({ region }: { region: string }) => {
  const { t } = useTranslation('reporting')
  const numbers = useEmergencyNumbers(region)
  return (
    <div className={classes.line}>
      <IconPhone size={24} aria-hidden />
      <div>
        <p className={classes.call}>
          {numbers.length > 0
            ? t('emergency.call', { numbers: numbers.join(', ') })
            : t('emergency.callLocal')}
        </p>
        <p>{t('emergency.where')}</p>
      </div>
    </div>
  )
}
