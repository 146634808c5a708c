/** @file What the console says when it is not connected to the app: lost, refused, or opened without its link. */
import { VisuallyHidden } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice'
import classes from './ConnectionScreen.module.css'

/** `isBar`: a strip above the page, which stays usable; otherwise the whole screen. */
export const ConnectionScreen = ({
  state,
  isBar = false,
}: {
  state: 'lost' | 'refused' | 'unsupported'
  isBar?: boolean
}) => {
  const { t } = useTranslation('app')
  const title = t(`connection.${state}.title`)
  const body = t(`connection.${state}.body`)
  if (isBar) {
    return (
      <div className={classes.bar} role="status">
        <IconPlugConnectedX size={22} aria-hidden />
        <p>
          <strong>{title}</strong>. {body}
        </p>
      </div>
    )
  }
  return (
    <main className={classes.screen}>
      <VisuallyHidden component="h1">{t('name')}</VisuallyHidden>
      <Notice tone="plain" title={title}>
        {body}
      </Notice>
    </main>
  )
}
