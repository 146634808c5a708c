/** @file Which words of a charter go on which sheet of its paper copy. Pure. */
import type { CharterPack, CrisisCard } from '../../../../contract/charters'
import type { CrisisResource } from '../../../../contract/conduct'
import { channelWords } from '../crisis-channels'

/** Where something is written in by hand. */
export const BY_HAND = '________'

/**
 * A line with its blanks filled: what is known of the organization, and room to write for the rest. A name is never
 * printed: a sheet lies about.
 */
export const onPaper = (text: string, contact: string): string =>
  text.replaceAll('{contact}', contact).replaceAll(/\{(displayName|groupName)\}/g, BY_HAND)

/** Cards for two sheets: those where a life may be at stake or a report may follow, and the others. */
export const cardSheets = (
  cards: readonly CrisisCard[],
): readonly { kind: 'danger' | 'care'; cards: readonly CrisisCard[] }[] => {
  const isDanger = ({ isLifeAtStake = false, leadsToReport = false }: CrisisCard) =>
    isLifeAtStake || leadsToReport
  return [
    { kind: 'danger', cards: cards.filter(isDanger) },
    { kind: 'care', cards: cards.filter((card) => !isDanger(card)) },
  ]
}

/** Reasons of one kind, in the pack's order. */
export const reasonsOf = <K extends 'conduct' | 'safety'>(
  pack: Pick<CharterPack, 'reasons'>,
  kind: K,
): readonly Extract<CharterPack['reasons'][number], { kind: K }>[] =>
  pack.reasons.flatMap((reason) =>
    reason.kind === kind ? [reason as Extract<CharterPack['reasons'][number], { kind: K }>] : [],
  )

/** A number stays on one line: half of it at the end of a line is dialled as a whole one. */
const unbroken = (value: string): string =>
  /^[\d\s+()-]+$/.test(value) ? value.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0') : value

/**
 * The ways to reach a service that work with a telephone in the hand and the laptop dead; where a service has none of
 * them, all of its ways. As keys of the words `crisis.channel` and their values, with what is pressed or said then.
 */
export const waysOnPaper = ({ channels }: CrisisResource) => {
  const byPhone = channels.filter(({ kind }) => kind === 'call' || kind === 'text')
  return (byPhone.length > 0 ? byPhone : channels).map((channel) => ({
    ...channelWords(channel),
    value: unbroken(channel.value),
    afterConnect: channel.afterConnect ?? null,
    languages: channel.languages ?? [],
  }))
}
