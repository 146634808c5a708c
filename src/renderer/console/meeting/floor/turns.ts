/**
 * @file Turns: raised hands in their order, or quieter people first; a round in which everyone is asked and anyone may
 * pass; what kind of answer the speaker wants; the facilitator's own turn, which ends in handing back. Values and pure
 * functions, held with the room and gone with it. Nothing here is ever counted, shown to others or kept.
 */
import type { Person } from '../roster/person'

/** What the speaker asks of those who listen; nobody else can say it for them. */
export type ShareMode = 'justListening' | 'feedbackWelcome'

/** Somebody has the floor. */
export interface Turn {
  id: string
  sinceMs: number
  /** Null: they did not say. */
  mode: ShareMode | null
}

/** A round: everyone once, in this order; who came later comes last. */
export interface Round {
  order: readonly string[]
  /** Had their turn, or passed. */
  asked: ReadonlySet<string>
  passed: ReadonlySet<string>
}

/** How the floor stands. */
export interface Turns {
  turn: Turn | null
  round: Round | null
  /** The facilitator's own turn just ended: the line that hands the room back is in sight. */
  isHandingBack: boolean
  isQuietFirst: boolean
  /** About how long a turn may be, in minutes; null: no word of it. */
  minutes: number | null
  /** Hands that were answered with a turn, by when they were raised: raised anew they count again. */
  answered: ReadonlyMap<string, number>
  /** How long each had spoken, in milliseconds, when this hand of theirs was seen: a place in the line does not move. */
  spokenAtHand: ReadonlyMap<string, { raisedAtMs: number; spokenMs: number }>
}

/** Nobody has the floor. */
export const noTurns: Turns = {
  turn: null,
  round: null,
  isHandingBack: false,
  isQuietFirst: false,
  minutes: null,
  answered: new Map(),
  spokenAtHand: new Map(),
}

/** What the facilitator may do. */
export type TurnAct =
  | { kind: 'give'; id: string }
  | { kind: 'end' }
  /** In a round: the next one's turn begins, and this one's ends. */
  | { kind: 'next' }
  /** In a round: whoever is asked now passes, which needs no reason. */
  | { kind: 'pass' }
  | { kind: 'startRound' }
  /** Asks those who passed once more. */
  | { kind: 'askPassed' }
  | { kind: 'endRound' }
  | { kind: 'setMode'; mode: ShareMode | null }
  | { kind: 'setQuietFirst'; isQuietFirst: boolean }
  | { kind: 'setMinutes'; minutes: number | null }
  | { kind: 'handedBack' }

/** What an act is done with. */
export interface FloorWorld {
  nowMs: number
  people: readonly Person[]
  /** How long each other person has spoken so far, in milliseconds. */
  spokenMs: ReadonlyMap<string, number>
}

const spokenOf = (spokenMs: ReadonlyMap<string, number>, id: string): number => spokenMs.get(id) ?? 0

/** Notes new hands and drops those that went down; the same value where nothing changed. */
export const noteHands = (turns: Turns, { people, spokenMs }: FloorWorld): Turns => {
  const known = turns.spokenAtHand
  const hands = people.flatMap(({ id, raisedAtMs, isSelf }) =>
    raisedAtMs === null || isSelf ? [] : [{ id, raisedAtMs }],
  )
  const isKnown = (hand: { id: string; raisedAtMs: number }) =>
    known.get(hand.id)?.raisedAtMs === hand.raisedAtMs
  if (hands.length === known.size && hands.every(isKnown)) return turns
  return {
    ...turns,
    spokenAtHand: new Map(
      hands.map((hand) => {
        const before = isKnown(hand) ? known.get(hand.id) : undefined
        return [hand.id, before ?? { raisedAtMs: hand.raisedAtMs, spokenMs: spokenOf(spokenMs, hand.id) }]
      }),
    ),
  }
}

/** Raised hands that want a turn, first the one that is next. */
export const handsInLine = (turns: Turns, people: readonly Person[]): readonly Person[] => {
  const { answered, spokenAtHand, isQuietFirst } = turns
  const spoken = (id: string): number => spokenAtHand.get(id)?.spokenMs ?? 0
  return people
    .filter(
      ({ id, raisedAtMs, isSelf }) =>
        raisedAtMs !== null && !isSelf && answered.get(id) !== raisedAtMs && id !== turns.turn?.id,
    )
    .toSorted(
      (one, other) =>
        (isQuietFirst ? spoken(one.id) - spoken(other.id) : 0) ||
        (one.raisedAtMs ?? 0) - (other.raisedAtMs ?? 0),
    )
}

/** Who is still to be asked in the round, of those who are here; empty without a round. */
export const stillToAsk = (turns: Turns, people: readonly Person[]): readonly Person[] => {
  const { round, turn } = turns
  if (round === null) return []
  const place = new Map(round.order.map((id, index) => [id, index]))
  return people
    .filter(({ id }) => !round.asked.has(id) && id !== turn?.id)
    .toSorted((one, other) => (place.get(one.id) ?? place.size) - (place.get(other.id) ?? place.size))
}

/** Those of the round who passed and are here. */
export const passedInRound = (turns: Turns, people: readonly Person[]): readonly Person[] =>
  people.filter(({ id }) => turns.round?.passed.has(id) ?? false)

const ask = (round: Round | null, id: string, hasPassed: boolean): Round | null => {
  if (round === null) return null
  const passed = new Set(round.passed)
  if (hasPassed) passed.add(id)
  else passed.delete(id)
  return { ...round, asked: new Set(round.asked).add(id), passed }
}

const endTurn = (turns: Turns, { people }: FloorWorld, hasPassed: boolean): Turns => {
  const { turn, round, answered } = turns
  if (turn === null) return turns
  const person = people.find(({ id }) => id === turn.id)
  return {
    ...turns,
    turn: null,
    round: ask(round, turn.id, hasPassed),
    isHandingBack: person?.isSelf === true && !hasPassed,
    answered: person?.raisedAtMs == null ? answered : new Map(answered).set(turn.id, person.raisedAtMs),
  }
}

const give = (turns: Turns, id: string, world: FloorWorld): Turns => {
  if (turns.turn?.id === id || !world.people.some((person) => person.id === id)) return turns
  const ended = endTurn(turns, world, false)
  return { ...ended, turn: { id, sinceMs: world.nowMs, mode: null } }
}

const goOn = (turns: Turns, world: FloorWorld): Turns => {
  const [next] = stillToAsk(turns, world.people)
  return next ? give(turns, next.id, world) : turns
}

const startRound = (turns: Turns, ids: readonly string[], world: FloorWorld): Turns => {
  const ended = endTurn({ ...turns, round: null }, world, false)
  const others = world.people.filter(({ id }) => !ids.includes(id)).map(({ id }) => id)
  return goOn({ ...ended, round: { order: ids, asked: new Set(others), passed: new Set() } }, world)
}

/** What comes of an act. Pure; an act that means nothing now changes nothing. */
export const takeTurnAct = (turns: Turns, act: TurnAct, world: FloorWorld): Turns => {
  switch (act.kind) {
    case 'give':
      return give(turns, act.id, world)
    case 'end':
      return endTurn(turns, world, false)
    case 'next':
      return turns.round === null ? turns : goOn(endTurn(turns, world, false), world)
    case 'pass':
      return turns.round === null ? turns : goOn(endTurn(turns, world, true), world)
    case 'startRound': {
      const order = turns.isQuietFirst
        ? world.people.toSorted(
            (one, other) => spokenOf(world.spokenMs, one.id) - spokenOf(world.spokenMs, other.id),
          )
        : world.people
      // Whoever begins a round asks the others first.
      const ids = [...order.filter(({ isSelf }) => !isSelf), ...order.filter(({ isSelf }) => isSelf)]
      return startRound(
        turns,
        ids.map(({ id }) => id),
        world,
      )
    }
    case 'askPassed':
      return turns.round === null || turns.round.passed.size === 0
        ? turns
        : startRound(turns, [...turns.round.passed], world)
    case 'endRound':
      return { ...endTurn(turns, world, false), round: null }
    case 'setMode':
      return turns.turn === null ? turns : { ...turns, turn: { ...turns.turn, mode: act.mode } }
    case 'setQuietFirst':
      return { ...turns, isQuietFirst: act.isQuietFirst }
    case 'setMinutes':
      return { ...turns, minutes: act.minutes }
    case 'handedBack':
      return { ...turns, isHandingBack: false }
  }
}
