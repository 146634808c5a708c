/** @file Which words of the catalogue say a setting's value. */
import type { CharterSettings, SettingName } from '../../../contract/charter-settings'
import type { Source } from '../../../contract/charter-source'
import type { Clause } from '../../../contract/charters'

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
