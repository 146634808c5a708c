/** @file Not sure whether to report: whom to ask, and what was decided and why. It advises, and stands before nothing. */
import { Button, Checkbox, Radio } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import { AskedRole, type Decision, DecisionKind, DecisionReason } from '../../../contract/report-decisions'
import { Contacts } from '../charters'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Row, Rows } from '../ui/Rows'
import { momentOf } from '../ui/when'
import classes from './sealed/sealed.module.css'

/** The card named "Not sure? Ask first", under the chosen charter; nothing while there is none. */
export const Consult = () => {
  const { t } = useTranslation('reporting')
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const charterId = chosen.data?.id
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
  )
  const decisions = useQuery(queries.reporting.decisions.queryOptions())
  const [isOpen, setIsOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  if (!pack.data) return null
  const close = () => {
    setIsOpen(false)
    heading.current?.focus()
  }
  return (
    <Card label={t('consult.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('consult.title')}
      </h2>
      <p>{pack.data.reportAdvice.text}</p>
      <p className={classes.quiet}>{t('consult.free')}</p>
      {pack.data.contacts.length > 0 ? (
        <section aria-label={t('consult.whom')} className={classes.part}>
          <h3>{t('consult.whom')}</h3>
          <Contacts pack={pack.data} />
        </section>
      ) : null}
      {isOpen ? (
        <DecisionForm pack={pack.data} onClose={close} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setIsOpen(true)}>
            {t('consult.note')}
          </Button>
        </div>
      )}
      {decisions.data && decisions.data.length > 0 ? <Decisions decisions={decisions.data} /> : null}
    </Card>
  )
}

const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { t, i18n } = useTranslation('reporting')
  return (
    <section aria-label={t('consult.list')} className={classes.part}>
      <h3>{t('consult.list')}</h3>
      <Rows>
        {decisions.map(({ id, asked, decision, reasons, decidedAt }) => (
          <Row
            key={id}
            label={t('consult.entry', {
              decision: t(`decision.${decision}`),
              time: momentOf(decidedAt, i18n.language),
            })}
            said={t('consult.entrySaid', {
              asked: asked.map((one) => t(`askedRole.${one}`)).join('; '),
              reasons: reasons.map((one) => t(`decisionReason.${one}`)).join('; '),
            })}
          />
        ))}
      </Rows>
      <p className={classes.quiet}>
        {t('consult.kept')} <Link to="/kept">{t('consult.keptLink')}</Link>.
      </p>
    </section>
  )
}

const DecisionForm = ({ pack, onClose }: { pack: CharterPack; onClose: () => void }) => {
  const { t } = useTranslation('reporting')
  const cache = useQueryClient()
  const [asked, setAsked] = useState<string[]>([])
  const [decided, setDecided] = useState('')
  const [reasons, setReasons] = useState<string[]>([])
  const [isPressed, setIsPressed] = useState(false)
  const decision = DecisionKind.safeParse(decided).data
  const note = useMutation(
    queries.reporting.noteDecision.mutationOptions({
      onSuccess: async () => {
        onClose()
        await cache.invalidateQueries({ queryKey: queries.reporting.decisions.key() })
      },
    }),
  )
  const missing = (isMissing: boolean, words: string) => (isPressed && isMissing ? t(words) : undefined)
  return (
    <fieldset className={classes.fields} aria-label={t('consult.note')}>
      <p className={classes.quiet}>{t('consult.choicesOnly')}</p>
      <Checkbox.Group
        label={t('consult.asked')}
        error={missing(asked.length === 0, 'consult.asksAsked')}
        value={asked}
        onChange={setAsked}
      >
        <div className={classes.part}>
          {AskedRole.options.map((one, at) => (
            <Checkbox key={one} value={one} autoFocus={at === 0} label={t(`askedRole.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Radio.Group
        label={t('consult.decided')}
        error={missing(decision === undefined, 'consult.asksDecision')}
        value={decided}
        onChange={setDecided}
      >
        <div className={classes.part}>
          {DecisionKind.options.map((one) => (
            <Radio key={one} value={one} label={t(`decision.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox.Group
        label={t('consult.why')}
        error={missing(reasons.length === 0, 'consult.asksReasons')}
        value={reasons}
        onChange={setReasons}
      >
        <div className={classes.part}>
          {DecisionReason.options.map((one) => (
            <Checkbox key={one} value={one} label={t(`decisionReason.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <ProblemNotice error={note.error} title={t('consult.failed')} />
      <div className={classes.actions}>
        <Button
          loading={note.isPending}
          onClick={() => {
            setIsPressed(true)
            if (decision === undefined || asked.length === 0 || reasons.length === 0) return
            note.mutate({
              charterId: pack.id,
              asked: AskedRole.options.filter((one) => asked.includes(one)),
              decision,
              reasons: DecisionReason.options.filter((one) => reasons.includes(one)),
            })
          }}
        >
          {t('consult.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('consult.close')}
        </Button>
      </div>
    </fieldset>
  )
}
