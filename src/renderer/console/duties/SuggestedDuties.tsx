/** @file What the chosen charter asks of the facilitator's own role: offered, and kept only where it is added. */
import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SuggestedDuty } from '../../../contract/charter-around'
import type { OwnDuty } from '../../../contract/duties'
import { DutyId } from '../../../contract/primitives'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Row, Rows } from '../ui/Rows'
import { Section } from '../ui/Section'
import { usualOf } from './draft'
import { rhythmWords } from './rhythm-words'
import './words'

/** `own`: the duties that are there, which are not offered again. `onAdded` is given the new one. */
export interface SuggestedDutiesProps {
  own: readonly OwnDuty[]
  onAdded: (duty: OwnDuty) => void
}

/** The list; nothing where the charter asks for nothing more, and while that is not known. */
export const SuggestedDuties = ({ own, onAdded }: SuggestedDutiesProps) => {
  const { t } = useTranslation('duties')
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const charterId = chosen.data?.id
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
  )
  const add = useMutation({
    mutationFn: ({
      charterId,
      duty: { id, kind, title, rhythm },
    }: {
      charterId: string
      duty: SuggestedDuty
    }) =>
      client.duties.save({
        dutyId: DutyId.parse(crypto.randomUUID()),
        isNew: true,
        suggestedBy: { charterId, suggestedId: id },
        draft: {
          kind,
          title,
          rhythm,
          dueOn: null,
          endsOn: null,
          remindDays: Number(usualOf(kind).remindDays),
        },
      }),
    onSuccess: onAdded,
  })
  if (!pack.data) return null
  const { id: packId, name, ownDuties = [] } = pack.data
  const offered = ownDuties.filter(({ id, title }) =>
    own.every(
      (duty) =>
        duty.title !== title &&
        !(duty.suggestedBy?.charterId === packId && duty.suggestedBy.suggestedId === id),
    ),
  )
  if (offered.length === 0) return null
  return (
    <Section title={t('suggested.title')} lead={t('suggested.lead', { name })} isRegion isPrinted={false}>
      <ProblemNotice error={add.error} title={t('form.failed')} />
      <Rows>
        {offered.map((duty) => (
          <Row
            key={duty.id}
            label={duty.title}
            said={[t(`kind.${duty.kind}`), rhythmWords(duty.rhythm, t)].filter(Boolean).join('. ')}
            aside={
              <Button
                variant="default"
                loading={add.isPending && add.variables.duty.id === duty.id}
                aria-label={t('suggested.addNamed', { title: duty.title })}
                onClick={() => add.mutate({ charterId: packId, duty })}
              >
                {t('suggested.add')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
