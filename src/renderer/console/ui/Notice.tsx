/** @file A notice: what happened, what was kept, what to do. */
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Notice.module.css'

/** Words and actions of a notice. */
export interface NoticeProps {
  /**
   * `alarm` is red, for recording and lost control only. `problem` is for everything else that went wrong. Both
   * are announced at once, `wait` and `plain` politely.
   */
  tone: 'plain' | 'wait' | 'problem' | 'alarm'
  title: string
  children?: ReactNode
  actions?: ReactNode
}

/** A notice in place: nothing pops over the page. */
export const Notice = ({ tone, title, children, actions }: NoticeProps) => (
  <div
    className={classes.notice}
    data-tone={tone}
    role={tone === 'alarm' || tone === 'problem' ? 'alert' : 'status'}
  >
    {tone === 'plain' ? (
      <IconInfoCircle size={22} aria-hidden />
    ) : (
      <IconAlertTriangle size={22} aria-hidden />
    )}
    <div className={classes.words}>
      <p className={classes.title}>{title}</p>
      {children ? <div>{children}</div> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  </div>
)
