/** @file Where a group goes when its meeting server fails: the address, who runs it, the organization's approval. */
import { Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import classes from '../sessions.module.css'
import { readServer } from './draft'
import { CheckServer, JUDGE_AFTER_MS, type ServerFieldsProps } from './ServerFields'

/** Offered beside a real server; its further fields come when there is an address. */
export const SecondServerFields = ({ typed, onChange, needsApproval, errorOf }: ServerFieldsProps) => {
  const { t } = useTranslation('sessions')
  const [settled] = useDebouncedValue(typed.secondServer, JUDGE_AFTER_MS)
  const second = readServer(typed.secondServer)
  if (readServer(typed.server).kind === 'rehearsal') return null
  const isJudged = settled === typed.secondServer
  return (
    <fieldset className={classes.fieldset}>
      <TextInput
        inputMode="url"
        label={t('group.second.server')}
        description={t('group.second.hint')}
        value={typed.secondServer}
        maxLength={320}
        error={
          isJudged && second.kind === 'refused'
            ? t(`group.refusal.${second.refusal}`)
            : errorOf('secondServer')
        }
        onChange={(event) => onChange({ secondServer: event.currentTarget.value })}
      />
      {second.kind === 'jitsi' ? (
        <>
          <CheckServer key={second.host} server={second} />
          <TextInput
            label={t('group.second.operator')}
            description={t('group.operatorHint')}
            value={typed.secondOperator}
            maxLength={120}
            error={errorOf('secondOperator')}
            onChange={(event) => onChange({ secondOperator: event.currentTarget.value })}
          />
          {needsApproval || typed.isSecondApproved ? (
            <Checkbox
              label={t('group.second.approved')}
              description={t('group.approvedHint')}
              checked={typed.isSecondApproved}
              error={errorOf('isSecondApproved')}
              onChange={(event) => onChange({ isSecondApproved: event.currentTarget.checked })}
            />
          ) : null}
        </>
      ) : null}
    </fieldset>
  )
}
