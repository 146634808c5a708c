/** @file After a removal: how it stands, one line for those who stay, the reason now, and a way back. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Copy } from '../../Copy'
import { client } from '../../client'
import { lastReasonWith } from '../../conduct'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { useGroupLanguage, useGroupWords } from '../../words/group-language'
import type { Removal } from '../guard/removals'
import { sayRemoval, sayRemovalDoor } from '../guard/sentences'
import type { LiveRoomModel } from '../live/live-room'
import { useRoomSnapshot } from '../open-room'
import classes from './Rail.module.css'
import { pillOf } from './StatePills'
import { useToldName } from './use-name-marks'

/** One card per removal that is not done with. */
export const RemovalCards = ({
  removals,
  pack,
  room,
}: {
  removals: readonly Removal[]
  pack: CharterPack | null
  room: LiveRoomModel
}) =>
  removals
    .filter(({ isSettled }) => !isSettled)
    .map((removal) => <RemovalCard key={removal.id} removal={removal} pack={pack} room={room} />)

const RemovalCard = ({
  removal,
  pack,
  room,
}: {
  removal: Removal
  pack: CharterPack | null
  room: LiveRoomModel
}) => {
  const { t } = useTranslation('meeting')
  const { id, name, status } = removal
  // What the steps before it were about is not asked a second time; it can be changed.
  const [reasonId, setReasonId] = useState(() => lastReasonWith(id) ?? '')
  const isCounted = pack?.settings.interventions.value === 'monthlyCounters'
  // A safety reason never shows removal first, so it is no reason for one (docs/promises.md).
  const reasons = pack?.reasons.filter(({ kind }) => kind === 'conduct') ?? []
  const reason = reasons.find((candidate) => candidate.id === reasonId)
  const done = (): void => {
    room.settleRemoval(id)
    if (!isCounted || !reason || !pack) return
    client.conduct
      .countIntervention({ charterId: pack.id, kind: 'removed', reasonId: reason.id })
      .catch(() => {
        // A count that is missed points at nobody; it is not worth a word in the moment.
      })
  }
  const shown = status.kind
  const said = sayRemoval(removal)
  const { lock, people, doubtedSinceMs } = useRoomSnapshot(room)
  const told = useToldName(people)
  return (
    <Card label={t('removal.label', { name })}>
      <div role="status">
        {said === null ? null : (
          <Pill state={pillOf(shown)}>
            <bdi className={classes.wrap}>{t(said, { name: told(name) })}</bdi>
          </Pill>
        )}
      </div>
      {shown === 'notShown' || shown === 'notSent' || shown === 'lapsed' ? (
        <Button variant="default" onClick={() => room.remove(id)}>
          {t('tryAgain')}
        </Button>
      ) : null}
      {removal.isWelcomeBack ? (
        <p>{t('removal.welcomeBack')}</p>
      ) : (
        <p className={classes.aside}>{t(sayRemovalDoor(lock, doubtedSinceMs !== null))}</p>
      )}
      {pack ? (
        <div>
          <h3>{t('removal.line')}</h3>
          <p className={classes.aloud} lang={pack.language}>
            {pack.afterRemovalLine}
          </p>
        </div>
      ) : null}
      {pack && pack.afterRemoval.length > 0 ? (
        <div>
          <h3>{t('removal.next')}</h3>
          <ul className={classes.next}>
            {pack.afterRemoval.map((duty) => (
              <li key={duty.id} lang={pack.language}>
                {duty.text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <NativeSelect
        label={t('removal.reason')}
        description={t(isCounted ? 'removal.reasonCounted' : 'removal.reasonNote')}
        value={reasonId}
        onChange={(event) => setReasonId(event.currentTarget.value)}
      >
        <option value="">{t('removal.reasonChoose')}</option>
        {reasons.map((candidate) => (
          <option key={candidate.id} value={candidate.id} lang={pack?.language}>
            {candidate.label}
          </option>
        ))}
      </NativeSelect>
      {reason ? (
        <div>
          <h3>{t('removal.sayLabel')}</h3>
          <p className={classes.aloud} lang={pack?.language}>
            {reason.say}
          </p>
        </div>
      ) : null}
      {pack ? <Recommendation organization={pack.organization} reason={reason?.label ?? null} /> : null}
      <div className={classes.actions}>
        <Button onClick={done}>{t('removal.done')}</Button>
        {removal.isWelcomeBack ? null : (
          <Button variant="default" onClick={() => room.letBackIn(id)}>
            {t('removal.letBackIn')}
          </Button>
        )}
      </div>
    </Card>
  )
}

/** A removal is for this session. What should follow is the organization's to decide: words for it, without a name. */
const Recommendation = ({ organization, reason }: { organization: string; reason: string | null }) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const language = useGroupLanguage()
  const words =
    reason === null
      ? toGroup('removal.recommend.words')
      : toGroup('removal.recommend.wordsWithReason', { reason })
  return (
    <details>
      <summary>{t('removal.recommend.title')}</summary>
      <p className={classes.aside}>{t('removal.recommend.hint', { organization })}</p>
      <p lang={language}>{words}</p>
      <Copy
        label={t('removal.recommend.copy')}
        copiedWords={t('removal.recommend.copied')}
        dialogTitle={t('removal.recommend.title')}
        getText={async () => words}
        failedWords={t('removal.recommend.copyFailed')}
      />
    </details>
  )
}
