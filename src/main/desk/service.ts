/** @file Desk: opens what was sealed to a lead, keeps it to its last day, answers it, and finds what several share. */
import { DateTime } from 'luxon'
import {
  DeskTheme,
  LESSON_KEPT_DAYS,
  Lesson,
  type OpenedAtDesk,
  RECEIVED_MAX,
  Received,
  type ReceivedListed,
  THEME_FACILITATORS_MIN,
} from '../../contract/desk'
import { type DeskFileReason, type FeedbackPart, FeedbackRecord } from '../../contract/desk-files'
import {
  HAND_OFF_DAYS,
  type HandOffNumber,
  type HandOffRecord,
  type SealedFile,
} from '../../contract/hand-off'
import { NOT_YET } from '../../contract/unfinished-forms'
import { readDeskFile } from '../desk-file'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { localDay } from '../local-day'
import { readBack, soundRows } from '../read-back'
import { type OwnKeysService, sealTextTo } from '../recipients/service'
import { Refusal } from '../refusal'
import { shownRecord } from '../sealed-text'
import { dropForm } from '../unfinished/service'
import type { ForgottenByHand, ReadVault, VaultAccess } from '../vault/handles'
import { lessonOf, receivedAsShown } from './shown'
import {
  addReceived,
  changeReceived,
  countReceived,
  emptied,
  putLesson,
  type ReceivedRow,
  readLesson,
  readLessonRows,
  readReceived,
  readReceivedRows,
} from './store'

export { lessonsKept, receivedKept } from './kept'
export { isLessonThere } from './store'

const DAY_MS = 86_400_000
/** Longest time from making a hand-off to its last day, with a day for zones. */
const LASTS_MAX_MS = (Math.max(...HAND_OFF_DAYS) + 2) * DAY_MS

/** What the router may ask of the desk. All throw `VaultLockedError`. */
export interface DeskService {
  list(): ReceivedListed[]
  /** @throws Refusal NOT_FOUND */
  get(number: HandOffNumber): Received
  open(file: string): Promise<OpenedAtDesk>
  /** @throws Refusal NOT_FOUND */
  noteRead(number: HandOffNumber): Received
  /** @throws Refusal NOT_FOUND */
  setThemes(number: HandOffNumber, themes: readonly DeskTheme[]): Received
  /** @throws Refusal NOT_FOUND */
  saveFeedback(number: HandOffNumber, parts: readonly FeedbackPart[]): Received
  /** @throws Refusal NOT_FOUND, NO_KEY, NOT_AS_SHOWN */
  sealFeedback(number: HandOffNumber, text: string): Promise<SealedFile & { received: Received }>
  /** @throws Refusal NOT_FOUND, NOT_AS_SHOWN where there is no word to give */
  noteGiven(number: HandOffNumber): Received
  themes(): DeskTheme[]
  lessons: {
    list(): Lesson[]
    /** @throws Refusal NOT_FOUND where it was forgotten meanwhile */
    save(card: Pick<Lesson, 'title' | 'words'> & { lessonId: string; isNew: boolean }): Lesson
  }
}

/** The kind under which hand-offs are kept and forgotten. */
const RECEIVED = 'received'

/** The first instant after a calendar day, where this computer is. */
const endOfDay = (day: string): string =>
  instantAt(DateTime.fromISO(day, { zone: 'default' }).plus({ days: 1 }).startOf('day').toMillis())

const hasWords = (parts: readonly FeedbackPart[]): boolean => parts.some(({ words }) => words.trim() !== '')

/** Makes the service. */
export const createDesk = (needs: {
  vault: VaultAccess
  clock: Clock
  ownKeys: Pick<OwnKeysService, 'open' | 'current'>
  forgotten: ForgottenByHand
}): DeskService => {
  const { vault: access, clock, ownKeys, forgotten } = needs
  const now = (): string => instantAt(clock.now().getTime())

  const shownOf = (row: ReceivedRow): unknown => receivedAsShown(row, access.dueBefore())
  const shown = (row: ReceivedRow): Received => readBack(Received, shownOf(row))
  const found = (vault: ReadVault, number: HandOffNumber): ReceivedRow => {
    const row = readReceived(vault, number)
    if (!row) throw Refusal.of('NOT_FOUND')
    return row
  }
  /** One whose words are here: another cannot be read, answered or sorted. */
  const foundWhole = (vault: ReadVault, number: HandOffNumber): ReceivedRow => {
    const row = found(vault, number)
    if (row.answers === null || row.endsAt <= access.dueBefore().toISOString()) throw Refusal.of('NOT_FOUND')
    return row
  }
  const change = (
    number: HandOffNumber,
    make: (row: ReceivedRow) => Partial<Omit<ReceivedRow, 'number'>>,
  ): Received =>
    access.write((vault) => {
      changeReceived(vault, number, make(foundWhole(vault, number)))
      return shown(found(vault, number))
    })

  const refuse = (reason: DeskFileReason, number: HandOffNumber | null): OpenedAtDesk => ({
    kind: 'refused',
    reason,
    number,
  })

  const takeIn = (record: HandOffRecord): OpenedAtDesk =>
    access.write((vault) => {
      const { number, madeAt, expiresOn, charter, answers, replyTo } = record
      const before = readReceived(vault, number)
      if (before) {
        if (before.askedBackAt !== null) return refuse('askedBack', number)
        const isSame = before.madeAt === madeAt && before.expiresOn === expiresOn
        if (before.answers !== null) {
          const isWhole = isSame && JSON.stringify(before.answers) === JSON.stringify(answers)
          return refuse(isWhole ? 'alreadyHere' : 'otherOfNumber', number)
        }
      }
      const dueBefore = access.dueBefore()
      if (expiresOn < localDay(dueBefore.toISOString())) return refuse('past', number)
      const madeMs = Date.parse(madeAt)
      const latestMs = Math.max(clock.now().getTime(), dueBefore.getTime())
      if (madeMs > latestMs + DAY_MS || Date.parse(expiresOn) > madeMs + LASTS_MAX_MS)
        return refuse('badDate', number)
      if (before) return refuse('past', number)
      // The other half of the key never leaves the vault: what is not opened here again is forgotten.
      if (forgotten.look()(RECEIVED, number)) return refuse('forgotten', number)
      if (countReceived(vault) >= RECEIVED_MAX) return refuse('tooMany', number)
      addReceived(vault, {
        number,
        receivedAt: now(),
        madeAt,
        expiresOn,
        endsAt: endOfDay(expiresOn),
        charterId: charter.id,
        charterVersion: charter.version,
        answers,
        replyTo,
      })
      return { kind: 'received', number }
    })

  /** Honoured in whichever order the two files are opened, and after an older backup was put back. */
  const giveBack = (number: HandOffNumber): OpenedAtDesk => {
    let takeBack = () => {}
    try {
      return access.write((vault) => {
        const row = readReceived(vault, number)
        if (row && row.askedBackAt !== null) return refuse('askedBack', number)
        if (row) changeReceived(vault, number, { ...emptied, askedBackAt: now() })
        if (!forgotten.look()(RECEIVED, number)) takeBack = forgotten.note(RECEIVED, number)
        return { kind: 'askedBack', number }
      })
    } catch (thrown) {
      takeBack()
      throw thrown
    }
  }

  const takeReply = (number: HandOffNumber, words: string): OpenedAtDesk =>
    access.write((vault) => {
      const row = readReceived(vault, number)
      if (!row) return refuse('noSuchHandOff', number)
      if (row.askedBackAt !== null) return refuse('askedBack', number)
      if (row.answers === null || row.endsAt <= access.dueBefore().toISOString())
        return refuse('past', number)
      if (row.reply === words) return refuse('alreadyHere', number)
      changeReceived(vault, number, { reply: words, repliedAt: now() })
      return { kind: 'replied', number }
    })

  const isOver = ({ keptUntil }: { keptUntil: string }): boolean =>
    keptUntil <= access.dueBefore().toISOString()

  return {
    list: () =>
      soundRows(Received, readReceivedRows(access.read()).map(shownOf)).map(
        ({ number, status, receivedAt, madeAt, expiresOn, themes }) => ({
          number,
          status,
          receivedAt,
          madeAt,
          expiresOn,
          themes,
        }),
      ),
    get: (number) => shown(found(access.read(), number)),
    open: async (file) => {
      const opened = await ownKeys.open(file)
      if (opened.kind === 'refused') return refuse(opened.reason, null)
      const read = readDeskFile(opened.text)
      switch (read.kind) {
        case 'refused':
          return read
        case 'handOff':
          return takeIn(read.record)
        case 'askBack':
          return giveBack(read.record.number)
        case 'reply':
          return takeReply(read.record.number, read.record.words)
        case 'feedback':
          return refuse('forFacilitator', read.record.number)
      }
    },
    noteRead: (number) => change(number, ({ readAt }) => ({ readAt: readAt ?? now() })),
    setThemes: (number, themes) =>
      change(number, () => ({ themes: DeskTheme.options.filter((one) => themes.includes(one)) })),
    saveFeedback: (number, parts) => change(number, () => ({ feedback: [...parts] })),
    sealFeedback: async (number, text) => {
      const row = foundWhole(access.read(), number)
      if (row.replyTo === null) throw Refusal.of('NO_KEY')
      const { record } = shownRecord(FeedbackRecord, text, clock.now())
      const isAsKept =
        record.number === number &&
        record.replyTo === ownKeys.current() &&
        JSON.stringify(record.parts) ===
          JSON.stringify(row.feedback.filter(({ words }) => words.trim() !== ''))
      if (!isAsKept) throw Refusal.of('NOT_AS_SHOWN')
      const file = await sealTextTo(text, row.replyTo)
      const received = change(number, () => ({ answeredAt: now() }))
      return { file, fileName: `feedback-${number}.txt.age`, received }
    },
    noteGiven: (number) =>
      change(number, ({ feedback }) => {
        if (!hasWords(feedback)) throw Refusal.of('NOT_AS_SHOWN')
        return { answeredAt: now() }
      }),
    themes: () => {
      const dueBefore = access.dueBefore().toISOString()
      const whole = readReceivedRows(access.read()).filter(
        ({ answers, endsAt }) => answers !== null && endsAt > dueBefore,
      )
      return DeskTheme.options.filter((theme) => {
        const sharing = whole.filter(({ themes }) => Array.isArray(themes) && themes.includes(theme))
        // Who they are is not known: a key of their own tells one from another, and all without one count as one.
        return new Set(sharing.map(({ replyTo }) => replyTo)).size >= THEME_FACILITATORS_MIN
      })
    },
    lessons: {
      list: () =>
        soundRows(
          Lesson,
          readLessonRows(access.read())
            .filter((row) => !isOver(row))
            .map(lessonOf),
        ),
      save: ({ lessonId, isNew, title, words }) =>
        access.write((vault) => {
          const before = readLesson(vault, lessonId)
          if ((!before && !isNew) || (before && isOver(before))) throw Refusal.of('NOT_FOUND')
          const changedAt = now()
          const fromMs = Math.max(clock.now().getTime(), access.dueBefore().getTime())
          const row = {
            id: lessonId,
            title,
            words,
            createdAt: before?.createdAt ?? changedAt,
            changedAt,
            keptUntil: instantAt(fromMs + LESSON_KEPT_DAYS * DAY_MS),
          }
          const lesson = readBack(Lesson, lessonOf(row))
          putLesson(vault, row)
          dropForm(vault, 'lesson', before ? lessonId : NOT_YET)
          return lesson
        }),
    },
  }
}
