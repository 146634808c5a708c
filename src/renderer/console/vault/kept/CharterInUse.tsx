/**
 * @file Before a charter is forgotten that groups work under: which they are, what it means for them, and another charter
 * for each of them. Nothing of it holds anybody up: it can be forgotten all the same.
 */
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CharterSummary } from '../../../../contract/charters'
import { type Group, GroupDraft } from '../../../../contract/sessions'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { groupsUnder } from './groups-under'
import classes from './kept.module.css'

/** The charter, and the two answers. */
export interface CharterInUseProps {
  charterId: string
  onForget: () => void
  onKeep: () => void
}

/** The question, in place, under the charter's line. */
export const CharterInUse = ({ charterId, onForget, onKeep }: CharterInUseProps) => {
  const { t } = useTranslation('vault')
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const list = useQuery(queries.charters.list.queryOptions())
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const under = groupsUnder(groups.data ?? [], charterId)
  const others = (list.data?.charters ?? []).filter(({ id }) => id !== charterId)
  return (
    <Card tone="asks" label={t('kept.inUse.label')}>
      <div className={classes.section}>
        <h3 ref={heading} tabIndex={-1} className={classes.heading}>
          {under.length === 0 ? t('kept.inUse.none') : t('kept.inUse.title', { count: under.length })}
        </h3>
        <Answered asked={groups}>
          {() =>
            under.length === 0 ? null : (
              <>
                <p>{t('kept.inUse.then')}</p>
                <p>{t('kept.inUse.stays')}</p>
                <ul className={classes.inUse}>
                  {under.map((group) => (
                    <OtherCharter
                      key={group.id}
                      group={group}
                      charters={others}
                      onGiven={() => heading.current?.focus()}
                    />
                  ))}
                </ul>
              </>
            )
          }
        </Answered>
        {chosen.data?.id === charterId ? <p>{t('kept.inUse.chosen')}</p> : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={onForget}>
            {t(under.length === 0 ? 'kept.forget' : 'kept.inUse.forget')}
          </Button>
          <Button variant="default" onClick={onKeep}>
            {t('kept.inUse.keep')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

interface OtherCharterProps {
  group: Group
  charters: readonly CharterSummary[]
  onGiven: () => void
}

const OtherCharter = ({ group, charters, onGiven }: OtherCharterProps) => {
  const { t } = useTranslation('vault')
  const cache = useQueryClient()
  const [charterId, setCharterId] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const give = useMutation({
    mutationFn: () =>
      client.sessions.updateGroup({ ...GroupDraft.strip().parse(group), groupId: group.id, charterId }),
    onSuccess: async () => {
      // Its line goes: the keyboard goes to what is said of those that are left.
      onGiven()
      await cache.invalidateQueries({ queryKey: queries.sessions.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
    },
  })
  return (
    <li>
      <div className={classes.rename}>
        <NativeSelect
          label={t('kept.inUse.other', { group: group.name })}
          value={charterId}
          error={isAsked && charterId === '' ? t('kept.inUse.pick') : undefined}
          data={[
            { value: '', label: t('kept.inUse.unpicked') },
            ...charters.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => setCharterId(value)}
        />
        <Button
          variant="default"
          aria-label={t('kept.inUse.giveTo', { group: group.name })}
          loading={give.isPending}
          onClick={() => {
            setIsAsked(true)
            if (charterId !== '') give.mutate()
          }}
        >
          {t('kept.inUse.give')}
        </Button>
      </div>
      <ProblemNotice
        error={give.error}
        title={t('kept.inUse.failed')}
        actions={
          <Button variant="default" component={Link} href={`/groups/${group.id}`}>
            {t('kept.inUse.openGroup')}
          </Button>
        }
      />
    </li>
  )
}
