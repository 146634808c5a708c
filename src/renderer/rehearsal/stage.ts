/** @file Draws the simulated meeting: calm tiles, a word and a shape for every state. Names are text only. */
import type { StageView, Tile } from './simulation/simulation'
import { stageWords } from './words'

/** Tiles drawn at most; the rest are counted. */
const TILES_MAX = 24

/** The page is asked for in a language, as a real meeting is. */
const words = stageWords(new URLSearchParams(globalThis.location?.search).get('lang'))

/** The stage of one meeting. */
export interface Stage {
  draw(view: StageView): void
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Up to two initials of a name.
 *
 * @param name - any text; direction marks and other invisible characters count for nothing.
 */
export const initialsOf = (name: string): string => {
  const visible = name.replaceAll(/[\p{C}]/gu, '').trim()
  const firsts = visible
    .split(/\s+/)
    .slice(0, 2)
    .flatMap((word) => [...graphemes.segment(word)].slice(0, 1).map(({ segment }) => segment))
  return firsts.join('').toLocaleUpperCase()
}

interface TileParts {
  node: HTMLElement
  initials: HTMLElement
  name: HTMLElement
  muted: HTMLElement
  speaking: HTMLElement
  hand: HTMLElement
}

const makeTile = (): TileParts => {
  const node = element('li', 'tile')
  const initials = element('span', 'initials')
  initials.ariaHidden = 'true'
  const line = element('div', 'line')
  const name = element('bdi', 'name')
  const muted = element('span', 'state muted', words.muted)
  const speaking = element('span', 'state speaking', words.speaking)
  const hand = element('span', 'state hand', words.hand)
  line.append(name, hand, speaking, muted)
  node.append(initials, line)
  return { node, initials, name, muted, speaking, hand }
}

const fillTile = (parts: TileParts, tile: Tile): void => {
  const name = tile.isOwn ? words.own : tile.displayName
  if (parts.name.textContent !== name) {
    parts.name.textContent = name
    parts.initials.textContent = initialsOf(tile.displayName)
  }
  parts.node.classList.toggle('is-speaking', tile.isSpeaking)
  parts.muted.hidden = !tile.isMuted
  parts.speaking.hidden = !tile.isSpeaking
  parts.hand.hidden = !tile.hasHandRaised
}

/** What the stage's own buttons do. */
export interface StageActs {
  onToggleMicrophone: () => void
  /** On the page that waits for a press before it joins. */
  onJoin: () => void
}

/**
 * Makes a stage.
 *
 * @param root - emptied and taken over.
 */
export const createStage = (root: HTMLElement, { onToggleMicrophone, onJoin }: StageActs): Stage => {
  const notice = element('p', 'notice')
  const list = element('ul', 'tiles')
  const more = element('p', 'more')
  const bar = element('div', 'bar')
  const microphone = element('button', 'microphone')
  microphone.type = 'button'
  microphone.addEventListener('click', onToggleMicrophone)
  bar.append(microphone, element('p', 'caption', words.rehearsal))
  const join = element('button', 'microphone', words.join)
  join.type = 'button'
  join.addEventListener('click', onJoin)
  // Words in place of voices: always in sight, however many tiles there are, and read out as they come.
  const spoken = element('div', 'spoken')
  spoken.setAttribute('role', 'status')
  root.replaceChildren(spoken, notice, join, list, more, bar)
  const drawn = new Map<string, TileParts>()
  const lines = new Map<string, HTMLElement>()

  return {
    draw(view) {
      join.hidden = view.state !== 'joinPage'
      notice.hidden = view.state === 'inside' || view.state === 'joinPage'
      notice.textContent = view.state === 'left' ? words.left : words.joining
      microphone.hidden = view.state !== 'inside' || !view.hasMicrophoneButton
      microphone.textContent = view.isOwnMuted ? words.microphoneOff : words.microphoneOn
      microphone.ariaPressed = String(!view.isOwnMuted)

      const shown = view.tiles.slice(0, TILES_MAX)
      const shownIds = new Set(shown.map(({ id }) => id))
      for (const [id, { node }] of drawn) {
        if (shownIds.has(id)) continue
        node.remove()
        drawn.delete(id)
      }
      for (const tile of shown) {
        let parts = drawn.get(tile.id)
        if (!parts) {
          parts = makeTile()
          drawn.set(tile.id, parts)
          list.append(parts.node)
        }
        fillTile(parts, tile)
      }
      for (const { id, displayName, saying } of view.tiles) {
        const line = saying === null ? null : words.said(displayName, saying)
        if (lines.get(id)?.textContent === line) continue
        lines.get(id)?.remove()
        lines.delete(id)
        if (line !== null) lines.set(id, spoken.appendChild(element('p', 'said', line)))
      }
      for (const [id, gone] of lines) {
        if (view.tiles.some((tile) => tile.id === id)) continue
        gone.remove()
        lines.delete(id)
      }
      const rest = view.tiles.length - shown.length
      more.hidden = rest === 0
      more.textContent = words.more(rest)
    },
  }
}
