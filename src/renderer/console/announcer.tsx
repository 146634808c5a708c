/**
 * @file The one voice of the console for screen readers: what happens anywhere is said here, on whatever page one
 * is, the lock screen included. What comes together is said together, so that nobody is flooded (WCAG 4.1.3).
 */
import { VisuallyHidden } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { createPageStore, usePageStore } from './page-store'

/** `polite` waits until the reader pauses; `assertive` is for what cannot wait: a message, an alarm. */
export type Urgency = 'polite' | 'assertive'

/** What comes within this long is said at once, in milliseconds. */
export const GATHER_MS = 600
/** What was said is taken out of the page after this long, in milliseconds: it may hold a name. */
export const SAID_FOR_MS = 10_000
/** Most sentences said at once; the rest are counted. */
export const SENTENCES_MAX = 3

interface Voice {
  /** Not said yet, in the order in which it came; no sentence twice. */
  waiting: readonly string[]
  /** Being said. */
  said: readonly string[]
  /** How many sentences were too many to be said one by one. */
  moreCount: number
}

const silent: Voice = { waiting: [], said: [], moreCount: 0 }
const timers = new Map<Urgency, ReturnType<typeof setTimeout>>()
const stop = (urgency: Urgency) => () => clearTimeout(timers.get(urgency))
const voices = {
  polite: createPageStore<Voice>({
    name: 'console.announcedPolitely',
    initial: silent,
    onWipe: stop('polite'),
  }),
  assertive: createPageStore<Voice>({
    name: 'console.announcedAtOnce',
    initial: silent,
    onWipe: stop('assertive'),
  }),
} satisfies Record<Urgency, unknown>

const later = (urgency: Urgency, act: () => void, afterMs: number): void => {
  clearTimeout(timers.get(urgency))
  timers.set(urgency, setTimeout(act, afterMs))
}

const speak = (urgency: Urgency): void => {
  voices[urgency].update(({ waiting }) => ({
    waiting: [],
    said: waiting.slice(0, SENTENCES_MAX),
    moreCount: Math.max(0, waiting.length - SENTENCES_MAX),
  }))
  later(urgency, () => voices[urgency].update(({ waiting }) => ({ ...silent, waiting })), SAID_FOR_MS)
}

/**
 * Says a sentence, together with what else comes within a moment.
 *
 * @param sentence - whole, in the reader's language, from the catalogue; the same one twice is said once.
 */
export const announce = (sentence: string, urgency: Urgency = 'polite'): void => {
  const { waiting } = voices[urgency].read()
  if (waiting.includes(sentence)) return
  voices[urgency].update((now) => ({ ...now, waiting: [...now.waiting, sentence] }))
  if (waiting.length === 0) later(urgency, () => speak(urgency), GATHER_MS)
}

/** Says nothing more of what came until now, and takes what is being said out of the page. */
export const hush = (): void => {
  for (const urgency of ['polite', 'assertive'] as const) voices[urgency].wipe()
}

/** The two live regions, mounted once, outside everything that may be inert. Nothing of it is seen. */
export const Announcer = () => {
  useEffect(() => hush, [])
  return (
    <VisuallyHidden>
      <Region urgency="polite" />
      <Region urgency="assertive" />
    </VisuallyHidden>
  )
}

const Region = ({ urgency }: { urgency: Urgency }) => {
  const { t } = useTranslation('app')
  const { said, moreCount } = usePageStore(voices[urgency])
  return (
    // What is said aloud may name somebody of an open room.
    <div aria-live={urgency} aria-atomic="true" data-announcer={urgency} className="no-print">
      {said.map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {moreCount > 0 ? <p>{t('announcer.more', { count: moreCount })}</p> : null}
    </div>
  )
}
