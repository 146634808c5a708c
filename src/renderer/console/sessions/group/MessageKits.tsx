/** @file Messages a charter has ready: for an absence, a pause, somebody at a closed door. Copied, and sent by hand. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
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
    </Section>
  )
}
