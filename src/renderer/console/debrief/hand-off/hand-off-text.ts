/** @file A hand-off as text, exactly as it leaves when it is sealed to a key. Pure. */
import type { CharterPack } from '../../../../contract/charters'
import { HandOffRecord } from '../../../../contract/hand-off'
import { dayOf } from '../../ui/when'

/** What puts a hand-off into words. */
export interface HandOffWords {
  t: (key: string, values?: Record<string, unknown>) => string
  language: string
  pack: Pick<CharterPack, 'organization'>
}

/** Noon of a calendar day: the same day in every zone in which it is read. */
const dayWords = (day: string, language: string): string => dayOf(`${day}T12:00:00.000`, language)

/**
 * Plain words first, then one line for programs.
 *
 * @param line - as the main process made it; it ends the text byte by byte.
 */
export const handOffText = (line: string, { t, language, pack }: HandOffWords): string => {
  const { number, madeAt, expiresOn, charter, answers, replyTo } = HandOffRecord.parse(JSON.parse(line))
  return [
    t('handOff.file.title', { number }),
    t('handOff.file.under', { organization: pack.organization, version: charter.version }),
    t('handOff.file.dates', { made: dayOf(madeAt, language), until: dayWords(expiresOn, language) }),
    t('handOff.file.about'),
    ...(replyTo === null ? [] : [t('handOff.file.answer')]),
    ...answers.flatMap(({ question, words }) => ['', question ?? t('handOff.file.ownWords'), words]),
    '',
    t('handOff.file.follows'),
    line,
    '',
  ].join('\n')
}

/** The last day of a hand-off in words. */
export const lastDayWords = dayWords
