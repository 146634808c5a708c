/** @file Every table and column of the live schema, one click away. */

import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptKind } from '../../../../contract/vault'
import { Section } from '../../ui/Section'
import classes from './kept.module.css'

/** `table.column` names grouped by table, in the order of the schema. */
export const columnsByTable = (kinds: readonly KeptKind[]): [string, string[]][] => {
  const tables = new Map<string, string[]>()
  for (const { tables: names, columns } of kinds) {
    for (const name of names) if (!tables.has(name)) tables.set(name, [])
    for (const column of columns) {
      const dot = column.indexOf('.')
      const table = column.slice(0, dot)
      tables.set(table, [...(tables.get(table) ?? []), column.slice(dot + 1)])
    }
  }
  return [...tables]
}

/** The schema as it is at this moment. */
export const Columns = ({ kinds }: { kinds: KeptKind[] }) => {
  const { t } = useTranslation('vault')
  const [isShown, setIsShown] = useState(false)
  const placeId = useId()
  return (
    <Section>
      <div className="no-print">
        <Button
          variant="default"
          aria-expanded={isShown}
          aria-controls={placeId}
          onClick={() => setIsShown((now) => !now)}
        >
          {t(isShown ? 'kept.columns.hide' : 'kept.columns.show')}
        </Button>
      </div>
      <div id={placeId} className={classes.section}>
        {isShown ? (
          <>
            <p className={classes.quiet}>{t('kept.columns.lead')}</p>
            <div className={classes.columns}>
              {columnsByTable(kinds).map(([table, columns]) => (
                <div key={table}>
                  <h3>{table}</h3>
                  <ul>
                    {columns.map((column) => (
                      <li key={column}>{column}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </>
        ) : null}
      </div>
    </Section>
  )
}
