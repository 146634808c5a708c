/** @file Which words of the catalogue say a setting's value. */
import type { CharterSettings, SettingName } from '../../../contract/charter-settings'
import type { Source } from '../../../contract/charter-source'
import type { Clause } from '../../../contract/charters'

/** One key of the catalogue, and the number in its words where there is one. */
export interface SettingWords {
  key: string
  count?: number
}

/**
 * The catalogue keys of a value: one, or as many as it has steps, in their order.
 *
 * @param name - the setting.
 * @param value - its value as the pack has it.
 */
export const settingValueKeys = (
  name: SettingName,
  value: CharterSettings[SettingName]['value'],
): readonly SettingWords[] => {
  if (value === null) return [{ key: 'numbers.none' }]
  switch (typeof value) {
    case 'number':
      return [{ key: `numbers.${name}`, count: value }]
    case 'boolean':
      return [{ key: `choices.${name}.${value ? 'yes' : 'no'}` }]
    case 'string':
      // The item's own words stand in the list before a session; here it is enough that there is one.
      return [{ key: name === 'requiredItemId' ? 'choices.requiredItemId.set' : `choices.${name}.${value}` }]
    case 'object':
      if ('map' in value) return value.map(({ kind }) => ({ key: `choices.${name}.${kind}` }))
      return [
        {
          key: `choices.${name}.${value.kind}`,
          ...('minutes' in value ? { count: value.minutes } : {}),
          ...('days' in value ? { count: value.days } : {}),
        },
      ]
  }
}

/** The clause a setting cites; null for our own default or a clause the pack lacks. */
export const citedClause = (source: Source, clauses: readonly Clause[]): Clause | null =>
  source.from === 'clause' ? (clauses.find(({ id }) => id === source.clauseId) ?? null) : null
