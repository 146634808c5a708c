/**
 * @file A debrief that is being written: checked while typing, stored by the autosave, its names gone when their list
 * goes. Knows nothing of React: it goes on when its page is left.
 */
import type { DebriefId, PackId } from '../../../contract/primitives'
import type { FieldProblem, RecordFields } from '../../../contract/record-fields'
import {
  type Autosave,
  consoleLink,
  createAutosave,
  type Occasion,
  prepareRecord,
  type Snapshot,
} from '../autosave'
import {
  type Findings,
  findIn,
  findInWhole,
  keyOf,
  openOnes,
  patternKeys,
  settleNames,
  type Unanswered,
  unansweredAfter,
  withUnanswered,
} from './findings'
import { readLintContext, subscribeLintContext } from './lint-context'
import { editEnd, type Finding, type LintContext, takeNamesOut, withoutUnfinishedName } from './linter'

/** Pause after a key before the text is checked, in milliseconds. */
export const CHECK_AFTER_MS = 120

/** What is stored of a debrief, and its marks. `V`: its fields. */
export interface Stored<V> {
  id: DebriefId
  charterId: PackId
  content: V
  isDraft: boolean
  createdAt: string
  changedAt: string
  keptUntil: string
}

/** What is written, as one value: finishing is a change like any other. */
export interface Written<V> {
  content: V
  isDraft: boolean
}

/**
 * Why a field is not stored as it is. `roomName`: a name of the room stands in it, and it waits whole. `likeName`:
 * words that are like one, and nobody has said that they are none; it is stored with `[…]` in their place.
 */
export type HeldBack =
  | FieldProblem
  | { kind: 'roomName' | 'likeName'; path: string; label: string; count: number }

/** What the screen shows of the check. */
export interface Check<V> {
  /** The words that were checked: those typed, up to a moment ago. */
  checked: V
  /** Findings that still want an answer. */
  open: Findings
  /** Names that were taken out since the last change by hand. */
  namesTakenOut: number
}

/** Outcome of pressing "Save debrief". */
export type FinishAnswer = 'saved' | 'open' | 'tooLong' | 'empty' | 'failed'

/** What was written in a debrief that was discarded, for as long as that can be taken back. */
export interface LaidAside<V> {
  read: () => { written: Written<V>; unanswered: readonly Unanswered[] }
  /** It is had back, or gone for good. */
  end: () => void
}

/** One debrief that is being written. */
export interface DebriefWriting<V extends object> {
  debriefId: DebriefId
  charterId: PackId
  autosave: Autosave<Written<V>, Stored<V>, HeldBack>
  check: () => Check<V>
  /** Calls `listener` after each change of what is written, stored or found, until the returned function is called. */
  subscribe: (listener: () => void) => () => void
  /** Replaces the words of a field. */
  change: (path: string, text: string) => void
  /** Leaves a pattern in on purpose. */
  leaveIn: (path: string, finding: Finding) => void
  /** What is written, kept apart from the writing so that it can be had back: names go from it as from the writing. */
  layAside: () => LaidAside<V>
  /** Stores it as finished. */
  finish: () => Promise<FinishAnswer>
  end: () => void
}

/** What a writing is made with. */
export interface WritingOptions<V extends object> {
  record: RecordFields<V>
  debriefId: DebriefId
  charterId: PackId
  /** What it starts from: what is stored, or what was written before it was discarded. */
  written: Written<V>
  stored: Stored<V> | null
  /** Questions that it starts with: those of a writing that was discarded and taken back. */
  unanswered: readonly Unanswered[]
  /** Paths of answers that are chosen, not typed: not checked. */
  chosen: ReadonlySet<string>
  /** The charter's own limit for each text, in UTF-16 units. */
  maxCharacters: number
  save: (input: {
    debriefId: DebriefId
    isNew: boolean
    charterId: PackId
    content: V
    isDraft: boolean
  }) => Promise<Stored<V>>
  onStored: (stored: Stored<V>) => void
  isLasting: (error: unknown) => boolean
  describe: (heldBack: readonly HeldBack[]) => readonly string[]
}

/** Starts writing. */
export const startWriting = <V extends object>(options: WritingOptions<V>): DebriefWriting<V> => {
  const { record, debriefId, charterId, chosen, maxCharacters } = options
  let context = readLintContext()
  let edit: { path: string; at: number } | null = null
  let leftIn: ReadonlySet<string> = new Set()
  let { unanswered } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const textAt = (content: V) => (path: string) => record.textAt(content, path)
  let last: { content: V; known: LintContext; asked: readonly Unanswered[]; found: Findings } | null = null
  /** Checking is not free, and the same words are asked about by the screen and by the autosave. */
  const find = (content: V, known: LintContext): Findings => {
    if (last?.content !== content || last.known !== known || last.asked !== unanswered) {
      const found = withUnanswered(findIn(record, content, chosen, known), unanswered, textAt(content))
      last = { content, known, asked: unanswered, found }
    }
    return last.found
  }
  const openIn = (content: V, known: LintContext): Findings =>
    openOnes(find(content, known), textAt(content), leftIn)

  const countedIn = (
    content: V,
    kind: 'roomName' | 'likeName',
    isOne: (finding: Finding) => boolean,
  ): HeldBack[] =>
    [...openIn(content, context)].flatMap(([path, found]): HeldBack[] => {
      const count = found.filter(isOne).length
      const label = record.texts(content).find((leaf) => leaf.path === path)?.label ?? ''
      return count > 0 ? [{ kind, path, label, count }] : []
    })
  const isLikeness = ({ severity, likeness }: Finding) => severity === 'warns' && likeness !== undefined

  /** What may be stored: no field with a name, and no word that is like one before somebody has answered (promise 1). */
  const prepareContent = (content: V, storedNow: V, occasion: Occasion) => {
    const likenesses = countedIn(content, 'likeName', isLikeness)
    const open = openIn(content, context)
    const askedOut = likenesses.reduce((rest, { path }) => {
      const found = (open.get(path) ?? []).filter(isLikeness)
      return record.withText(rest, path, takeNamesOut(record.textAt(rest, path), found).text)
    }, content)
    const { storable, heldBack } = prepareRecord(record, (): HeldBack[] => [
      ...record.problems(content, maxCharacters),
      ...countedIn(content, 'roomName', ({ severity }) => severity === 'blocks'),
    ])(askedOut, storedNow, occasion)
    return { storable, heldBack: [...heldBack, ...likenesses] }
  }

  /** While the typing goes on, half a name is not stored: no rule knows it yet. */
  const settled = (content: V, occasion: Occasion): V => {
    if (occasion !== 'typing' || edit === null || chosen.has(edit.path)) return content
    const text = record.textAt(content, edit.path)
    const whole = withoutUnfinishedName(text, edit.at, context.names)
    return whole === text ? content : record.withText(content, edit.path, whole)
  }

  const autosave: Autosave<Written<V>, Stored<V>, HeldBack> = createAutosave({
    value: options.written,
    stored: options.stored
      ? {
          answer: options.stored,
          value: { content: options.stored.content, isDraft: options.stored.isDraft },
        }
      : null,
    nothing: { content: record.empty(), isDraft: true },
    hasChanged: (before, after) =>
      before.isDraft !== after.isDraft || record.hasChanged(before.content, after.content),
    prepare: ({ content, isDraft }, storedNow, occasion) => {
      const { storable, heldBack } = prepareContent(settled(content, occasion), storedNow.content, occasion)
      return { storable: { content: storable, isDraft: isDraft || heldBack.length > 0 }, heldBack }
    },
    save: ({ content, isDraft }, stored) =>
      options.save({ debriefId, isNew: stored === null, charterId, content, isDraft }),
    onStored: options.onStored,
    isLasting: options.isLasting,
    link: consoleLink,
    describe: () => options.describe(autosave.snapshot().heldBack),
  })
  const now = (): Snapshot<Written<V>, Stored<V>, HeldBack> => autosave.snapshot()
  const contentNow = (): V => now().value.content

  let shown: Check<V>
  const look = (namesTakenOut: number): Findings => {
    const content = contentNow()
    const open = openIn(content, context)
    shown = { checked: content, open, namesTakenOut }
    for (const listener of listeners) listener()
    return open
  }
  const checkNow = (): Findings => {
    clearTimeout(timer)
    const open = look(shown.namesTakenOut)
    autosave.recheck()
    return open
  }
  /** Nothing is being written: what a better finder sees in a finished debrief was left in on purpose then. */
  const leaveInFinished = (): void => {
    const { stored } = now()
    if (!stored || stored.isDraft || !autosave.isDone()) return
    leftIn = new Set([...leftIn, ...patternKeys(find(stored.content, context), textAt(stored.content))])
  }
  leaveInFinished()
  shown = {
    checked: contentNow(),
    open: openIn(contentNow(), context),
    namesTakenOut: 0,
  }

  const put = (content: V): void => {
    const { stored } = now()
    // A finished debrief is a draft again as long as it differs from what was finished.
    const isFinished = stored !== null && !stored.isDraft && !record.hasChanged(stored.content, content)
    autosave.change({ content, isDraft: !isFinished })
  }

  /** A content and its questions once other names are known: names that left memory take their mentions with them. */
  const settledBy = (content: V, asked: readonly Unanswered[], before: LintContext, after: LintContext) => {
    const isOther = after.names !== before.names
    const found = isOther ? findInWhole(record, content, chosen, before) : find(content, before)
    const open = openOnes(found, textAt(content), leftIn)
    const still = isOther ? findInWhole(record, content, chosen, after) : find(content, after)
    return {
      ...settleNames(record, content, found, still),
      unanswered: [...asked, ...unansweredAfter(open, still, textAt(content))],
    }
  }
  // Before anything can be stored.
  const stopFollowing = subscribeLintContext(() => {
    const before = context
    const after = readLintContext()
    if (after === before) return
    const settledNow = settledBy(contentNow(), unanswered, before, after)
    context = after
    unanswered = settledNow.unanswered
    if (settledNow.count > 0) put(settledNow.content)
    leaveInFinished()
    look(shown.namesTakenOut + settledNow.count)
    autosave.recheck()
  })
  const unsubscribe = autosave.subscribe(() => {
    for (const listener of listeners) listener()
  })

  return {
    debriefId,
    charterId,
    autosave,
    check: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(path, text) {
      const content = contentNow()
      edit = { path, at: editEnd(record.textAt(content, path), text) }
      shown = { ...shown, namesTakenOut: 0 }
      put(record.withText(content, path, text))
      clearTimeout(timer)
      // Reading the names lets go of those that a sleeping laptop kept past their end.
      timer = setTimeout(() => {
        readLintContext()
        checkNow()
      }, CHECK_AFTER_MS)
    },
    leaveIn(path, finding) {
      const text = record.textAt(shown.checked, path)
      leftIn = new Set([...leftIn, keyOf(path, finding, text)])
      checkNow()
    },
    layAside() {
      let { value: written } = now()
      let asked = unanswered
      let known = context
      const settle = () => {
        const after = readLintContext()
        if (after === known) return
        const { content, count, unanswered: askedNow } = settledBy(written.content, asked, known, after)
        known = after
        asked = askedNow
        if (count > 0) written = { content, isDraft: true }
      }
      const end = subscribeLintContext(settle)
      return {
        read() {
          // Names that a sleeping laptop kept past their end go when they are asked for.
          settle()
          return { written, unanswered: asked }
        },
        end,
      }
    },
    async finish() {
      const content = contentNow()
      if (record.isEmpty(content)) return 'empty'
      if (checkNow().size > 0) return 'open'
      if (record.problems(content, maxCharacters).length > 0) return 'tooLong'
      autosave.change({ content, isDraft: false })
      await autosave.flush()
      return autosave.isDone() ? 'saved' : 'failed'
    },
    end() {
      clearTimeout(timer)
      stopFollowing()
      unsubscribe()
    },
  }
}
