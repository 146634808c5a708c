/** @file A list of a charter: things folded to their words, one of them open; added, moved and taken out by keyboard. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RungKind } from '../../../../contract/charter-conduct'
import { announce } from '../../announcer'
import { UndoInPlace } from '../../ui/UndoInPlace'
import { useRemovedRows } from '../../ui/use-removed-rows'
import { valueAt } from './at-path'
import classes from './composer.module.css'
import { useComposer } from './composer-context'
import { emptyOf } from './empty-of'
import { FieldProblems } from './FieldProblems'
import type { FormField } from './form-of'
import { LADDER_PATH } from './parts'
import { ThingRow, type ThingRowProps } from './ThingRow'
import { thingId, thingWords } from './thing-words'
import { useFieldWords } from './words'

/** The list and its place in the draft. */
export interface ThingListProps {
  path: string
  field: Extract<FormField, { kind: 'list' }>
  /** Shows a part of a thing by its form. */
  As: ThingRowProps['As']
}

/** Steps that a ladder has not: each stands on it once. */
const unusedSteps = (rungs: readonly unknown[]) =>
  RungKind.options.filter((kind) => !rungs.some((rung) => thingId(rung, 0) === kind))

/** The first crisis card is the same in every charter, and removal is the last step: they stay where they are. */
const isFixed = (path: string, id: string): boolean =>
  (path === 'crisisCards' && id === 'first-line') || (path === LADDER_PATH && id === 'remove')

/** The things in their order, and the button that adds one. */
export const ThingList = ({ path, field, As }: ThingListProps) => {
  const { t } = useTranslation('composer')
  const { pack, change, beginning, openIds, open } = useComposer()
  const words = useFieldWords()
  const stored = valueAt(pack, path)
  const things: readonly unknown[] = Array.isArray(stored) ? stored : []
  const idOf = (thing: unknown) => thingId(thing, things.indexOf(thing))
  const give = (next: readonly unknown[]) => change(path, next)
  const { shown, isThere, remove, takeBack, forget } = useRemovedRows(things, idOf, give)
  const openId = openIds.get(path) ?? null
  const rows = useRef(new Map<string, HTMLElement>())
  /** What is to have the keyboard once the change is on the page. */
  const next = useRef<{ id: string; control: string | null } | null>(null)
  useEffect(() => {
    if (!next.current) return
    const { id, control } = next.current
    const wanted = control === null ? 'input, textarea, select' : `[data-act="${control}"]`
    const target = rows.current.get(id)?.querySelector<HTMLElement>(wanted)
    // What is open and what the draft has may come to the page one after the other: it is waited for.
    if (!target) return
    next.current = null
    target.focus()
  })

  const newId = (thing: unknown) => thingId(thing, things.length)
  const add = (after: number, more: object = {}) => {
    const thing = { ...Object(emptyOf(field.item, beginning())), ...more }
    const id = newId(thing)
    next.current = { id, control: null }
    open(path, id)
    give([...things.slice(0, after), thing, ...things.slice(after)])
  }
  const canMove = (at: number, by: -1 | 1): boolean => {
    const [one, other] = [things[at], things[at + by]]
    return other !== undefined && !isFixed(path, idOf(one)) && !isFixed(path, idOf(other))
  }
  const move = (at: number, by: -1 | 1, control: string) => {
    if (!canMove(at, by)) return
    const order = [...things]
    const [thing] = order.splice(at, 1)
    order.splice(at + by, 0, thing)
    next.current = { id: idOf(thing), control }
    give(order)
    announce(t('moved', { place: at + by + 1, count: things.length }))
  }
  const isFull = things.length >= field.maxCount
  return (
    <section className={classes.list} aria-label={words.label(path)}>
      <h3>{words.label(path)}</h3>
      {words.hint(path) === undefined ? null : <p className={classes.quiet}>{words.hint(path)}</p>}
      <FieldProblems paths={[path]} />
      {shown.length > 0 ? (
        <ol className={classes.things}>
          {shown.map((thing) => {
            const id = idOf(thing)
            if (!isThere(thing)) {
              return (
                <li key={`removed ${id}`}>
                  <UndoInPlace
                    said={t('removed', { what: thingWords(thing) || words.label(path) })}
                    undoLabel={t('app:undo')}
                    onUndo={() => takeBack(thing)}
                    onOver={() => forget(thing)}
                  />
                </li>
              )
            }
            const at = things.indexOf(thing)
            return (
              <li
                key={id}
                ref={(row) => {
                  if (row) rows.current.set(id, row)
                  else rows.current.delete(id)
                }}
              >
                <ThingRow
                  path={`${path}.${at}`}
                  field={field.item}
                  As={As}
                  number={at + 1}
                  words={path === LADDER_PATH ? t(`charters:choices.ladder.${id}`) : thingWords(thing)}
                  isOpen={id === openId}
                  isFixed={isFixed(path, id)}
                  canAdd={!isFull && path !== LADDER_PATH}
                  mayMove={{ up: canMove(at, -1), down: canMove(at, 1) }}
                  onOpen={(isOpen) => {
                    next.current = { id, control: isOpen ? null : 'open' }
                    open(path, isOpen ? id : null)
                  }}
                  onMove={(by, control) => move(at, by, control)}
                  onRemove={() => remove(thing)}
                  onAddNext={() => add(at + 1)}
                />
              </li>
            )
          })}
        </ol>
      ) : null}
      <div className={classes.acts}>
        {path === LADDER_PATH ? (
          unusedSteps(things).map((kind) => (
            // Removal stays the last.
            <Button key={kind} variant="default" onClick={() => add(things.length - 1, { kind })}>
              {t('addStep', { step: t(`charters:choices.ladder.${kind}`) })}
            </Button>
          ))
        ) : (
          <Button variant="default" disabled={isFull} onClick={() => add(things.length)}>
            {t('add', { what: words.label(path) })}
          </Button>
        )}
      </div>
    </section>
  )
}
