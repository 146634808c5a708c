/** @file What the console says when it is not connected to the app: lost, refused, or opened without its link. */
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
  return (
    <div className={isBar ? classes.bar : classes.screen}>
      <Notice tone={isBar ? 'wait' : 'plain'} title={t(`connection.${state}.title`)}>
        {t(`connection.${state}.body`)}
      </Notice>
    </div>
  )
}
