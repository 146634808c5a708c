/** @file Messages a charter has ready: for an absence, a pause, somebody at a closed door. Copied, and sent by hand. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MessageKit } from '../../../../contract/charter-around'
import { Copy } from '../../Copy'
import { Section } from '../../ui/Section'
import { packOptions } from '../queries'
import classes from '../sessions.module.css'

/** Nothing where the charter has none. */
export const MessageKits = ({ charterId }: { charterId: string }) => {
  const { t } = useTranslation('sessions')
  const pack = useQuery(packOptions(charterId))
  const kits = pack.data?.messageKits ?? []
  if (kits.length === 0) return null
  return (
    <Section title={t('kits.title')} lead={t('kits.lead')} isRegion>
      <KitList kits={kits} />
    </Section>
  )
}

/** Messages, each with its words and a way to copy them. */
export const KitList = ({ kits }: { kits: readonly MessageKit[] }) => {
  const { t } = useTranslation('sessions')
  if (kits.length === 0) return null
  return (
    <ul className={classes.kits}>
      {kits.map((kit) => (
        <li key={kit.id} className={classes.kit}>
          <h3>{kit.title}</h3>
          <p>{kit.text}</p>
          <Copy
            label={t('kits.copy', { title: kit.title })}
            copiedWords={t('kits.copied')}
            dialogTitle={kit.title}
            failedWords={t('kits.failed')}
            getText={async () => kit.text}
            variant="default"
          />
        </li>
      ))}
    </ul>
  )
}
