/** @file Charter files over the vault: examined, taken in, passed on, and made of a charter that is here. */
import {
  type ExaminedFile,
  type SavedFile,
  TAKEN_CHARTERS_MAX,
  type TakenCharter,
  type TakenVersion,
} from '../../contract/charter-files'
import { rulesNotRead } from '../../contract/charter-judge/floor'
import { type CharterVersion, compareVersions, versionAfter } from '../../contract/charter-version'
import { CharterPack } from '../../contract/charters'
import type { Day } from '../../contract/primitives'
import { nameToTheEye } from '../../contract/same-to-the-eye/names'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess, WriteVault } from '../vault/handles'
import { listComing, readComing, removeComingUpTo, writeComing } from './coming-store'
import { type Judged, judgeFile, type SoundFile } from './judge-file'
import { fileText, fingerprintOf, makeSigningKey, type SigningKey, signCharter } from './signed-file'
import { summaryOf } from './summary'
import type { TakenCharters } from './taken'
import {
  addSigner,
  addSigningKey,
  listTaken,
  readSigner,
  readSigningKey,
  readTaken,
  writeTaken,
} from './taken-store'

/** What the router may ask of charter files. All throw `VaultLockedError`. */
export interface CharterFiles {
  /** Looks at a file and keeps nothing of it. */
  examine(text: string): ExaminedFile
  /** @throws Refusal FILE_NOT_TAKEN, SESSION_OPEN */
  take(text: string, fingerprint: string): TakenVersion
  taken(): TakenCharter[]
  /** @throws Refusal NOT_FOUND */
  save(charterId: string, version: CharterVersion): SavedFile
  /** Whether a charter that was taken in is signed with this vault's key. */
  isOwn(charterId: string): boolean
  /**
   * Makes a charter of a draft: dated today and numbered where that day has one already, signed with this vault's key, judged as any file, and taken in.
   *
   * @param charterId - the charter that it is the next version of; null gives it an id of its name.
   * @throws Refusal FILE_NOT_TAKEN, SESSION_OPEN
   */
  sign(draft: CharterPack, charterId: string | null): TakenVersion
}

const ID_MAX = 48

/** An id of a name's letters and digits, as ids of packs are written; none of them gives `charter`. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_MAX)
    .replace(/^-+|-+$/g, '') || 'charter'

/** Makes the service. `needs`: the charters that ship and those that were taken in, read anew each time. */
export const createCharterFiles = (needs: {
  vault: VaultAccess
  clock: Clock
  shipped: () => readonly CharterPack[]
  taken: () => TakenCharters
  /** Whether a session is open: what it is held under never changes meanwhile. */
  isInSession: () => boolean
}): CharterFiles => {
  const { vault: access, clock, shipped, taken, isInSession } = needs

  const judge = (text: string): Judged => {
    const vault = access.read()
    const { packs } = taken()
    return judgeFile(text, {
      shipped: shipped(),
      taken: listTaken(vault).map((row) => ({ ...row, pack: packs.get(row.charterId) ?? null })),
      coming: listComing(vault),
      keyOf: (organization) => readSigner(vault, organization)?.publicKey,
      max: TAKEN_CHARTERS_MAX,
      now: clock.now(),
    })
  }

  /** Until which day a version waits beside the one that is here; null where it acts at once. */
  const waitsUntil = ({ pack, before }: Pick<SoundFile, 'pack' | 'before'>): Day | null =>
    before !== null &&
    pack.takesEffectOn !== undefined &&
    pack.takesEffectOn > localDay(clock.now().toISOString())
      ? pack.takesEffectOn
      : null

  const keep = (vault: WriteVault, sound: SoundFile): TakenVersion => {
    const { file, pack } = sound
    const until = waitsUntil(sound)
    if (until === null && sound.before && isInSession()) throw Refusal.of('SESSION_OPEN')
    const now = clock.now().toISOString()
    const row = {
      charterId: pack.id,
      version: pack.version,
      charter: file.charter,
      publicKey: file.publicKey,
      signature: file.signature,
      takenAt: now,
    }
    if (until === null) {
      writeTaken(vault, { ...row, acknowledgedAt: sound.before === null ? null : now })
      removeComingUpTo(vault, pack.id, pack.version)
    } else writeComing(vault, row)
    addSigner(vault, {
      organization: nameToTheEye(pack.organization),
      publicKey: file.publicKey,
      knownSince: now,
    })
    return { ...summaryOf(pack), waitsUntil: until }
  }
  /** What is here to the letter already: it acts, or it waits. */
  const asItIs = (vault: ReadVault, pack: CharterPack): TakenVersion => {
    const isWaiting = readComing(vault, pack.id, pack.version) !== undefined
    return { ...summaryOf(pack), waitsUntil: isWaiting ? waitsUntil({ pack, before: pack }) : null }
  }

  const ownKey = (vault: WriteVault): SigningKey => {
    const kept = readSigningKey(vault)
    if (kept) return kept
    const made = makeSigningKey()
    addSigningKey(vault, { ...made, madeAt: clock.now().toISOString() })
    return made
  }

  const freeId = (name: string): string => {
    const wanted = idOf(name)
    const ids = new Set([...shipped(), ...taken().packs.values()].map(({ id }) => id))
    for (const { charterId } of listTaken(access.read())) ids.add(charterId)
    if (!ids.has(wanted)) return wanted
    for (let number = 2; ; number += 1) if (!ids.has(`${wanted}-${number}`)) return `${wanted}-${number}`
  }

  /** A day that has all its versions gives the last of them again, which is refused as any file would be. */
  const nextVersionOf = (charterId: string | null): CharterVersion => {
    const today = clock.now().toISOString().slice(0, 10)
    const vault = access.read()
    const here = [...listTaken(vault), ...listComing(vault)].filter((one) => one.charterId === charterId)
    const last =
      here
        .map(({ version }) => version)
        .toSorted(compareVersions)
        .at(-1) ?? null
    return versionAfter(last, today) ?? last ?? today
  }

  return {
    examine: (text) => {
      const judged = judge(text)
      switch (judged.kind) {
        case 'refused':
          return judged
        case 'isHere':
          return { kind: 'isHere', charter: summaryOf(judged.pack) }
        case 'ready': {
          const { pack, fingerprint, before, file } = judged
          const signer = readSigner(access.read(), nameToTheEye(pack.organization))
          const isKnown = signer?.publicKey === file.publicKey
          return {
            kind: 'ready',
            pack,
            fingerprint,
            knownSince: isKnown ? signer.knownSince : null,
            before,
            waitsUntil: waitsUntil(judged),
            notRead: rulesNotRead(pack),
          }
        }
      }
    },
    take: (text, fingerprint) =>
      access.write((vault) => {
        const judged = judge(text)
        if (judged.kind === 'refused') throw Refusal.of('FILE_NOT_TAKEN', judged.refusal)
        if (judged.kind === 'isHere') return asItIs(vault, judged.pack)
        if (judged.fingerprint !== fingerprint) {
          const detail = `It was signed by ${judged.fingerprint}, and not by what was compared.`
          throw Refusal.of('FILE_NOT_TAKEN', { reason: 'otherKey', where: '', detail })
        }
        return keep(vault, judged)
      }),
    taken: () => {
      const vault = access.read()
      const own = readSigningKey(vault)?.publicKey
      const { packs } = taken()
      const ships = new Set(shipped().map(({ id }) => id))
      // One that an app since brings along is the app's, whatever file it came from before.
      return listTaken(vault)
        .filter(({ charterId }) => packs.has(charterId) && !ships.has(charterId))
        .map(({ charterId, publicKey, acknowledgedAt }) => ({
          charterId,
          fingerprint: fingerprintOf(publicKey),
          isOwn: publicKey === own,
          acknowledgedAt,
        }))
    },
    save: (charterId, version) => {
      const vault = access.read()
      const acting = readTaken(vault, charterId)
      const row = acting?.version === version ? acting : readComing(vault, charterId, version)
      if (!row) throw Refusal.of('NOT_FOUND')
      const { charter, publicKey, signature } = row
      return {
        fileName: `${charterId}-${version}.charter.json`,
        text: fileText({ holdspaceCharter: 1, charter, publicKey, signature }),
        fingerprint: fingerprintOf(publicKey),
      }
    },
    isOwn: (charterId) => {
      const vault = access.read()
      const own = readSigningKey(vault)?.publicKey
      return own !== undefined && readTaken(vault, charterId)?.publicKey === own
    },
    sign: (draft, charterId) =>
      access.write((vault) => {
        const written = {
          ...draft,
          id: charterId ?? freeId(draft.name),
          version: nextVersionOf(charterId),
          isTextDated: true,
          isComplete: true,
        }
        // What is signed is what will be read: trimmed, where it is sound.
        const pack = CharterPack.safeParse(written).data ?? written
        const judged = judge(fileText(signCharter(JSON.stringify(pack), ownKey(vault))))
        if (judged.kind === 'refused') throw Refusal.of('FILE_NOT_TAKEN', judged.refusal)
        if (judged.kind === 'isHere') return asItIs(vault, judged.pack)
        return keep(vault, judged)
      }),
  }
}
