/** @file Where a group meets: the address, who runs it, the organization's approval, and asking the server. */

import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ServerCheck } from '../../../../contract/meeting'
import type { MeetingServer } from '../../../../contract/meeting-server'
import type { TypedGroup } from '../../../../contract/unfinished-forms'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { Pill } from '../../ui/Pill'
import classes from '../sessions.module.css'
import { readServer } from './draft'

/** A pause in typing after which an address is judged, in milliseconds. */
export const JUDGE_AFTER_MS = 700

/** The form's part about the server. */
export interface ServerFieldsProps {
  typed: TypedGroup
  onChange: (part: Partial<TypedGroup>) => void
  needsApproval: boolean
  errorOf: (field: keyof TypedGroup) => string | undefined
}

/** Empty is the rehearsal room; the fields about a real server come when there is one. */
export const ServerFields = ({ typed, onChange, needsApproval, errorOf }: ServerFieldsProps) => {
  const { t } = useTranslation('sessions')
  const [settled] = useDebouncedValue(typed.server, JUDGE_AFTER_MS)
  const server = readServer(typed.server)
  const isJudged = settled === typed.server
  const liveRefusal =
    isJudged && server.kind === 'refused' ? t(`group.refusal.${server.refusal}`) : errorOf('server')
  return (
    <fieldset className={classes.fieldset}>
      <TextInput
        inputMode="url"
        label={t('group.server')}
        description={t('group.serverHint')}
        value={typed.server}
        maxLength={320}
        error={liveRefusal}
        onChange={(event) => onChange({ server: event.currentTarget.value })}
      />
      <p className={`${classes.quiet} ${classes.read}`} aria-live="polite">
        {server.kind === 'rehearsal' ? t('group.serverEmpty') : null}
        {server.kind === 'jitsi' && isJudged ? t('group.serverRead', { host: server.host }) : null}
      </p>
      {server.kind === 'refused' ? null : (
        <CheckServer key={server.kind === 'jitsi' ? server.host : ''} server={server} />
      )}
      {server.kind === 'rehearsal' ? null : (
        <>
          <TextInput
            label={t('group.operator')}
            description={t('group.operatorHint')}
            value={typed.serverOperator}
            maxLength={120}
            error={errorOf('serverOperator')}
            onChange={(event) => onChange({ serverOperator: event.currentTarget.value })}
          />
          {needsApproval || typed.isServerApproved ? (
            <Checkbox
              label={t('group.approved')}
              description={t('group.approvedHint')}
              checked={typed.isServerApproved}
              error={errorOf('isServerApproved')}
              onChange={(event) => onChange({ isServerApproved: event.currentTarget.checked })}
            />
          ) : null}
        </>
      )}
    </fieldset>
  )
}

/** Asks a server whether it answers, and says what came. */
export const CheckServer = ({ server }: { server: MeetingServer }) => {
  const { t } = useTranslation('sessions')
  const check = useMutation({ mutationFn: () => client.meeting.checkServer({ server }) })
  return (
    <>
      <div className={classes.actions}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('group.check')}
        </Button>
        <span role="status">
          {check.isPending ? t('group.checking') : null}
          {check.data ? <Checked check={check.data} server={server} /> : null}
        </span>
      </div>
      <ProblemNotice error={check.error} />
    </>
  )
}

const Checked = ({ check, server }: { check: ServerCheck; server: MeetingServer }) => {
  const { t, i18n } = useTranslation('sessions')
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    check.elapsedMs / 1000,
  )
  if (check.result === 'answers') {
    return (
      <Pill state="held">
        {t(server.kind === 'rehearsal' ? 'group.checked.rehearsal' : 'group.checked.answers', { seconds })}
      </Pill>
    )
  }
  return <Pill state="wait">{t(`group.checked.${check.result}`)}</Pill>
}
