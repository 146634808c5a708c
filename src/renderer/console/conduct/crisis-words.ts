/**
 * @file Fills the words of crisis cards from the resources of the place where the person is. What cannot be filled
 * is not said: a promise always carries its number.
 */
import type { TFunction } from 'i18next'
import type { CrisisCard, CrisisWords, LineBlank } from '../../../contract/charters'
import type { Audience, CrisisChannel, CrisisResource } from '../../../contract/conduct'
import { placeName } from '../words/place-name'
import { channelWords, emergencyOf, numbersToCall } from './crisis-channels'
import type { PlaceHelp } from './place/use-place'

/** What stands in each blank; null where there is nothing to put into it. */
export type FilledBlanks = Readonly<Record<LineBlank, string | null>>

/** Lines named in one sentence: more are read by nobody in distress. */
const LINES_MAX = 2

/** Lines for young people: for all of them, not for some. */
const isForYoung = ({ audience, kind }: CrisisResource): boolean =>
  (kind === 'crisis' || kind === 'emotionalSupport') &&
  audience.every((one) => youngOnly.has(one)) &&
  audience.some((one) => one !== 'worriedAboutSomeone')
const youngOnly: ReadonlySet<Audience> = new Set(['children', 'youth', 'worriedAboutSomeone'])

/**
 * The blanks of a place.
 *
 * @param t - of the `conduct` words.
 * @param language - BCP 47: channels for other languages are left out.
 */
export const blanksFor = (
  { place, resources }: PlaceHelp,
  t: TFunction<'conduct'>,
  language: string,
): FilledBlanks => {
  const speaks = ({ languages }: CrisisChannel): boolean =>
    languages === undefined || languages.some((one) => one.slice(0, 2) === language.slice(0, 2))
  const wayOf = (channel: CrisisChannel): string => {
    const { key, value, keyword } = channelWords(channel)
    const way = t(`crisis.inWords.${key}`, { value, keyword })
    return channel.afterConnect ? t('crisis.inWords.then', { way, step: channel.afterConnect }) : way
  }
  const lineOf = ({ name, channels }: CrisisResource): string | null => {
    const spoken = channels.filter(speaks)
    const quick = spoken.filter(({ kind }) => kind === 'call' || kind === 'text')
    const ways = (quick.length > 0 ? quick : spoken.slice(0, 1)).map(wayOf)
    return ways.length === 0
      ? null
      : t('crisis.inWords.line', { name, ways: ways.join(t('crisis.inWords.or')) })
  }
  const linesOf = (isMeant: (resource: CrisisResource) => boolean): string | null => {
    const lines = resources.filter(isMeant).flatMap((resource) => lineOf(resource) ?? [])
    return lines.length === 0 ? null : lines.slice(0, LINES_MAX).join('; ')
  }
  const emergency = emergencyOf(resources)
  const numbers = emergency.kind === 'ofPlace' ? numbersToCall(emergency.resources) : []
  return {
    place: place.region === null || place.region === 'WORLD' ? null : placeName(place.region, language),
    emergency: numbers.length === 0 ? null : numbers.join(t('crisis.inWords.or')),
    crisisLines: linesOf(({ kind, audience }) => kind === 'crisis' && audience.includes('anyone')),
    youthLines: linesOf(isForYoung),
    homeViolenceLines: linesOf(({ audience }) => audience.includes('domesticViolence')),
  }
}

const blank = /\{(place|emergency|crisisLines|youthLines|homeViolenceLines)\}/g
const isBlank = (name: string): name is LineBlank =>
  ['place', 'emergency', 'crisisLines', 'youthLines', 'homeViolenceLines'].includes(name)

/** One piece of words, filled; what stands in for it where it cannot be; null where nothing does. */
export const fillCrisisWords = (words: CrisisWords, blanks: FilledBlanks): string | null => {
  if (typeof words === 'string') return words
  const names = [...words.text.matchAll(blank)].flatMap(([, name = '']) => (isBlank(name) ? [name] : []))
  if (names.some((name) => blanks[name] === null)) return words.otherwise
  return words.text.replace(blank, (_, name: string) => (isBlank(name) ? (blanks[name] ?? '') : ''))
}

/** A message's sentences, filled and joined; null where there is none, or nothing of it can be said. */
export const fillMessage = (
  message: CrisisCard['message'] | undefined,
  blanks: FilledBlanks,
): string | null => {
  if (message === null || message === undefined) return null
  const sentences = [message].flat().flatMap((words) => fillCrisisWords(words, blanks) ?? [])
  return sentences.length === 0 ? null : sentences.join(' ')
}
