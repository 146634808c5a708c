/**
 * @file What records: a file, a stream, our own machine, a transcript, each by itself. That one is off says nothing of
 * another. What others record on their own devices is not seen (trap 15), unless they do it by the meeting's own control:
 * then the meeting tells that it began, of nobody's name, and may never tell that it ended.
 *
 * After a reconnect, what was on is not known: it is neither called on nor off until the server says so.
 */
import type { AlarmKind } from './alarm-kind'
import { type Effect, just, type Slice, type Stepped } from './slice'

const recorders = ['file', 'stream', 'local', 'transcript'] as const
type Recorder = (typeof recorders)[number]

/** What each was last shown to do. `notKnown`: on when we were last inside. */
export type RecordersPart = Readonly<Record<Recorder, 'off' | 'on' | 'notKnown'>>

const initial: RecordersPart = { file: 'off', stream: 'off', local: 'off', transcript: 'off' }

const alarmOf: Readonly<Record<Recorder, AlarmKind>> = {
  file: 'recording',
  local: 'recording',
  stream: 'streaming',
  transcript: 'transcribing',
}

const alarms = (before: RecordersPart, now: RecordersPart): Effect[] => {
  const shown = (alarm: AlarmKind, isRaised: boolean): Effect =>
    isRaised
      ? { kind: 'signal', signal: { kind: 'raise', alarm, person: null } }
      : { kind: 'signal', signal: { kind: 'lower', alarm, personId: null } }
  const any = (part: RecordersPart, state: RecordersPart[Recorder]) =>
    recorders.some((recorder) => part[recorder] === state)
  const isAny = any(now, 'on') || any(now, 'notKnown')
  const kinds = [...new Set(Object.values(alarmOf))]
  return [
    ...kinds.map((kind) =>
      shown(
        kind,
        recorders.some((recorder) => alarmOf[recorder] === kind && now[recorder] === 'on'),
      ),
    ),
    shown('recordingNotKnown', any(now, 'notKnown')),
    // "Off now" is said only when the last of them is.
    ...(isAny ? [shown('recordingWasOn', false)] : []),
    ...(!isAny && (any(before, 'on') || any(before, 'notKnown')) ? [shown('recordingWasOn', true)] : []),
  ]
}

const become = (before: RecordersPart, now: RecordersPart): Stepped<RecordersPart> =>
  recorders.every((recorder) => before[recorder] === now[recorder])
    ? just(before)
    : { state: now, effects: alarms(before, now) }

/** The recorders. */
export const recorderWatch: Slice<RecordersPart> = {
  initial,
  step(state, input) {
    if (input.kind === 'out') {
      const lost = recorders.filter((recorder) => state[recorder] === 'on')
      return become(state, {
        ...state,
        ...Object.fromEntries(lost.map((recorder) => [recorder, 'notKnown'] as const)),
      })
    }
    if (input.kind !== 'event') return just(state)
    const { event } = input
    if (event.name === 'recordingChanged')
      return become(state, { ...state, [event.mode]: event.isOn ? 'on' : 'off' })
    if (event.name === 'hinted' && event.description === 'notify.localRecordingStarted') {
      const alarm = 'recordedByOther' as const
      return { state, effects: [{ kind: 'signal', signal: { kind: 'raise', alarm, person: null } }] }
    }
    if (event.name === 'transcribingChanged')
      return become(state, { ...state, transcript: event.isOn ? 'on' : 'off' })
    return just(state)
  },
  wakesAtMs: () => null,
}
