/** @file A group, new or to be changed: loads what the form needs. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Answered, bothAsked } from '../Answered'
import { queries } from '../queries'
import { Page } from '../ui/Page'
import { SaveCalendar } from './calendar/SaveCalendar'
import { emptyGroup, typedOf } from './group/draft'
import { GroupForm } from './group/GroupForm'
import { MessageKits } from './group/MessageKits'
import { OneMoreSession } from './group/OneMoreSession'
import { typedGroups } from './group/typed-groups'
import { machineZone } from './session-times'
import './words'

/** The page of one group; `groupId` null makes a new one. */
export const GroupPage = ({ groupId }: { groupId: string | null }) => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const charters = useQuery(queries.charters.list.queryOptions())
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const title = t(groupId === null ? 'group.new' : 'group.edit')
  const typed = typedGroups.useAsked()
  const asked = bothAsked(bothAsked(bothAsked(groups, charters), chosen), typed)

  if (!groups.data || !charters.data || chosen.data === undefined || !typed.data) {
    return (
      <Page title={title} width="narrow">
        <Answered asked={asked} failed={t('groups.failed')}>
          {() => null}
        </Answered>
      </Page>
    )
  }
  const group = groups.data.find(({ id }) => id === groupId)
  if (groupId !== null && !group) {
    return (
      <Page title={t('group.missing.title')} width="narrow">
        <p>{t('group.missing.body')}</p>
        <div>
          <Button onClick={() => navigate('/groups')}>{t('group.missing.back')}</Button>
        </div>
      </Page>
    )
  }
  const firstCharter = chosen.data?.id ?? charters.data.charters[0]?.id ?? ''
  // ISO weekday of today: a new group is usually made for the day one is thinking of.
  const today = new Date().getDay() || 7
  return (
    <Page title={title} lead={t(group ? 'group.editLead' : 'group.lead')} width="narrow">
      <GroupForm
        group={group ?? null}
        initial={group ? typedOf(group) : emptyGroup(firstCharter, machineZone(), today)}
        charters={charters.data.charters}
      />
      {group ? <OneMoreSession group={group} /> : null}
      {group ? <SaveCalendar group={group} /> : null}
      {group ? <MessageKits charterId={group.charterId} /> : null}
    </Page>
  )
}
