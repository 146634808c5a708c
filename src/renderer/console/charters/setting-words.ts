/** @file Which words of the catalogue say a setting's value. */
import type { CharterSettings, Clause, Source } from '../../../contract/charters'

/** Name of a setting. */
export type SettingName = keyof CharterSettings

/** Order on the page: what people notice first, then what is kept, then numbers. */
export const settingOrder = [
  'recording',
  'attendance',
  'interventions',
  'confidentialityScript',
  'advice',
  'facilitatorShares',
  'muteOnEntry',
  'camera',
  'lock',
  'stepOutCheck',
  'ageMinimumYears',
  'registrationsMinimum',
  'needsApprovedServer',
  'debrief',
  'debriefRetentionDays',
  'debriefMaxCharacters',
  'exportK',
  'noticeDays',
] as const satisfies readonly SettingName[]

/**
 * The catalogue key of a value, and the number in it where there is one.
 *
 * @param name - the setting.
 * @param value - its value as the pack has it.
 */
export const settingValueKey = (
  name: SettingName,
  value: CharterSettings[SettingName]['value'],
): { key: string; count?: number } => {
  if (value === null) return { key: 'numbers.none' }
  switch (typeof value) {
    case 'number':
      return { key: `numbers.${name}`, count: value }
    case 'boolean':
      return { key: `choices.${name}.${value ? 'yes' : 'no'}` }
    case 'string':
      return { key: `choices.${name}.${value}` }
  }
}

/** The clause a setting cites; null for our own default or a clause the pack lacks. */
export const citedClause = (source: Source, clauses: readonly Clause[]): Clause | null =>
  source.from === 'clause' ? (clauses.find(({ id }) => id === source.clauseId) ?? null) : null
