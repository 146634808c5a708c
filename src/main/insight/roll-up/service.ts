/** @file Roll-up: makes this vault's bundle, takes others in on a desk, and tells the organization's numbers. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Period } from '../../../contract/insight'
import {
  type BundleContent,
  type BundleNumber,
  bundleNumberOf,
  NUMBERS_BUNDLE_FORMAT,
  NumbersBundle,
  type Quarter,
} from '../../../contract/numbers-bundle'
import type { SealedFileReason } from '../../../contract/own-keys'
import { keyEnd, type SealRecipient } from '../../../contract/recipients'
import {
  type Desk,
  type RolledUp,
  type RollUpOutcome,
  SentBundle,
  type TakenBundle,
} from '../../../contract/roll-up'
import type { Clock } from '../../host'
import { instantAt } from '../../last-instant'
import { soundRows } from '../../read-back'
import { Refusal } from '../../refusal'
import type { ReadVault, VaultAccess, WriteVault } from '../../vault/handles'
import { believedNow, isCountable, isKept } from '../calendar'
import { loadedOnce, loadSolver, type Solver } from '../disclosure/solver'
import { finalWork } from '../final-work'
import type { LeftBefore } from '../left-before'
import type { ActSource, CountedAct, WorkSource } from '../measure-source'
import { placeOfBundle, readBundle, refusedNow, rowsOf } from './bundle-file'
import { type Counted, parsedTold, rolledUp, shownTold, type Told } from './rolled-up'
import {
  addBundle,
  addSent,
  addTold,
  findBundle,
  findNumbered,
  findOfSource,
  readMerged,
  readOverlaps,
  readQuarters,
  readSent,
  readToldRows,
  removeBundle,
  sentNote,
} from './store'

/** How files are sealed and opened. Handed in by `core.ts`: insight knows no keys. */
export interface Seals {
  /** @throws Refusal NOT_FOUND */
  recipient(vault: ReadVault, recipientId: string): SealRecipient
  /** @throws Refusal NO_KEY */
  seal(text: string, key: string): Promise<string>
  open(
    file: string,
  ): Promise<{ kind: 'opened'; text: string } | { kind: 'refused'; reason: SealedFileReason }>
}

/** What the router may ask of roll-ups. All throw `VaultLockedError`. */
export interface RollUpService {
  sent(): SentBundle[]
  /** @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  preview(quarter: Quarter): BundleContent
  /** @throws Refusal as `preview`, and NOT_FOUND, NO_KEY */
  seal(asked: {
    period: Quarter
    recipientId: string
  }): Promise<{ file: string; fileName: string; note: SentBundle }>
  desk(): Desk
  takeIn(files: readonly string[]): Promise<TakenBundle[]>
  /** @throws Refusal NOT_FOUND */
  takeOut(number: BundleNumber): Desk
  told(): RolledUp[]
  /** @throws Refusal PERIOD_NOT_OVER, PERIOD_TOO_OLD */
  count(period: Period): Promise<RollUpOutcome>
}

const asPeriod = ({ year, quarter }: Quarter): Period => ({ kind: 'quarter', year, quarter })

/** The smallest counts of a quarter: the rows that have no parts. */
const smallest = (counts: readonly CountedAct[]): BundleContent['counts'] =>
  counts.flatMap(({ charterId, act, reason, value }) =>
    act === null || reason.kind === 'all'
      ? []
      : [{ charterId, act, reasonId: reason.kind === 'one' ? reason.reasonId : null, count: value }],
  )

/** Makes the service. */
export const createRollUp = (needs: {
  vault: VaultAccess
  clock: Clock
  work: WorkSource
  acts: ActSource
  left: LeftBefore
  seals: Seals
  /** Records what is due: sessions that nobody opened count as missed before anything is counted. */
  settle: () => void
  load?: () => Promise<Solver>
}): RollUpService => {
  const { vault: access, clock, work, acts, left, seals, settle, load = loadSolver } = needs
  const loaded = loadedOnce(load)
  const now = () => believedNow(access, clock)

  const contentOf = (vault: ReadVault, period: Quarter): BundleContent => {
    finalWork(needs, vault, asPeriod(period), 'folded')
    return {
      period,
      months: work.months(vault, period),
      counts: acts
        .tables(vault, period.year)
        .flatMap(({ quarters }) => smallest(quarters[period.quarter - 1] ?? [])),
    }
  }

  const deskOf = (vault: ReadVault): Desk => {
    const quarters = readQuarters(vault).map(({ bundles, ...period }) => ({
      period,
      bundles,
      overlaps: readOverlaps(vault, asPeriod(period)),
    }))
    const years = [...new Set(quarters.map(({ period }) => period.year))]
    const at = now()
    return {
      quarters,
      countable: [
        ...quarters.map(({ period }) => asPeriod(period)),
        ...years.map((year): Period => ({ kind: 'year', year })),
      ].filter((period) => isCountable(period, at)),
    }
  }

  const take = (vault: WriteVault, bundle: NumbersBundle): TakenBundle => {
    const number = bundleNumberOf(bundle.id)
    const reason = refusedNow(bundle, now())
    if (reason) return { kind: 'refused', reason }
    const { bundle: row } = rowsOf(bundle)
    const sameSource = findOfSource(vault, bundle.source, bundle.period)
    switch (placeOfBundle(row, findBundle(vault, bundle.id), sameSource)) {
      case 'numberTaken':
        return { kind: 'refused', reason: 'numberTaken' }
      case 'again':
        return { kind: 'again', number }
      case 'older':
        return { kind: 'older', number }
      case 'take':
        if (sameSource) removeBundle(vault, sameSource.id)
        addBundle(vault, bundle)
        return { kind: 'taken', number, replaced: sameSource ? bundleNumberOf(sameSource.id) : null }
    }
  }

  /** What was told; null where a row cannot be read: then nothing can be held against it, and nothing is told. */
  const toldBefore = (vault: ReadVault): Told[] | null => {
    const read = readToldRows(vault).map(parsedTold)
    return read.some((one) => one === null) ? null : read.filter((one) => one !== null)
  }

  return {
    sent: () => soundRows(SentBundle, readSent(access.read()).map(sentNote)),
    preview: (period) => {
      settle()
      return contentOf(access.read(), period)
    },
    seal: async ({ period, recipientId }) => {
      settle()
      const content = contentOf(access.read(), period)
      const recipient = seals.recipient(access.read(), recipientId)
      const bundle = NumbersBundle.parse({
        format: NUMBERS_BUNDLE_FORMAT,
        kind: 'holdspace-numbers-bundle',
        id: randomUUID(),
        source: readSent(access.read())[0]?.source ?? randomUUID(),
        madeAt: instantAt(clock.now().getTime()),
        ...content,
      })
      const file = await seals.seal(JSON.stringify(bundle), recipient.key)
      const row = {
        id: bundle.id,
        source: bundle.source,
        ...period,
        madeAt: bundle.madeAt,
        recipient: recipient.name,
        keyEnd: keyEnd(recipient),
      }
      access.write((vault) => addSent(vault, row))
      const number = bundleNumberOf(bundle.id)
      return {
        file,
        fileName: `numbers-${period.year}-Q${period.quarter}-${number}.age`,
        note: SentBundle.parse(sentNote(row)),
      }
    },
    desk: () => deskOf(access.read()),
    takeIn: async (files) => {
      access.read()
      const read: ReturnType<typeof readBundle>[] = []
      for (const file of files) {
        const opened = await seals.open(file)
        read.push(opened.kind === 'opened' ? readBundle(opened.text) : opened)
      }
      return access.write((vault) =>
        read.map((one): TakenBundle => (one.kind === 'refused' ? one : take(vault, one.bundle))),
      )
    },
    takeOut: (number) =>
      access.write((vault) => {
        const [id, ...others] = findNumbered(vault, number)
        if (id === undefined || others.length > 0) throw Refusal.of('NOT_FOUND')
        removeBundle(vault, id)
        return deskOf(vault)
      }),
    told: () =>
      readToldRows(access.read())
        .flatMap((row) => parsedTold(row) ?? [])
        .map(shownTold)
        .toReversed(),
    count: async (period) => {
      if (!isCountable(period, now())) {
        throw Refusal.of(isKept(period, ['UTC'], now()) ? 'PERIOD_NOT_OVER' : 'PERIOD_TOO_OLD')
      }
      access.read()
      const solver = acts.isCounting() ? await loaded() : null
      for (;;) {
        const seen = { merged: readMerged(access.read(), period), told: toldBefore(access.read()) }
        const counted: Counted = seen.told
          ? await rolledUp(seen.merged, period, acts, seen.told, solver, left)
          : { kind: 'refused', why: 'tooLittleChanged' }
        if (counted.kind === 'refused') return counted
        if (counted.kind === 'again') return { kind: 'counted', result: shownTold(counted.told) }
        // The proof holds only if no bundle came or went and nothing was told meanwhile: seen and noted as one.
        const told = access.write((vault) => {
          const still = { merged: readMerged(vault, period), told: toldBefore(vault) }
          if (!isDeepStrictEqual(still, seen)) return null
          return addTold(vault, counted.told, instantAt(clock.now().getTime()))
        })
        if (!told) continue
        left.note('told', told.period, told.cells)
        return { kind: 'counted', result: shownTold(told) }
      }
    },
  }
}
