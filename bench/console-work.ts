/** @file What the console does between two keys or two frames, for the bench: bundled, and run under Node. */
import { indexNames, lint, loadPhoneFinder } from '../src/renderer/console/debrief/linter'
import { createRoster } from '../src/renderer/console/meeting/roster/roster'

export { playLongEvening } from './long-evening'

const elapsedMs = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Texts of 4,000 characters that are hard in different ways. */
const texts: readonly string[] = [
  'I called 303-555-0142 and thought of 12 Elm Street, born on 3 March 1984, a@b.co. ',
  'Tonight I noticed that I steered more than I needed to, and étude by étude I let go. ',
  'Hoy la sala iba despacio: con sol y con luz se habla más de lo que una pilar de la casa diría. ',
  'M*r_a y L|z me dijeron que el m4r estaba en c4lma, y s0l no supo qué decir. ',
  '0123456789',
  '12 345 6789, ',
  'I put Wern12 and Smiht on the spot, a.b.c. at d dot e; M*r_a @ l|na. ',
  '田中さくら привет ',
  'license plate number' + ' '.repeat(3980),
  `${'\n'.repeat(2000)}${'1 May '.repeat(400)}`,
  'case-no-',
  'a ',
].map((line) => line.repeat(Math.ceil(4000 / line.length)).slice(0, 4000))

/** Milliseconds of each run of the linter over each text, against 500 names. */
export const lintTimesMs = async (runs: number): Promise<number[]> => {
  const phones = await loadPhoneFinder()
  const given = ['Wren', 'Luz', 'Sol', 'Hope', 'Pilar', 'Will', 'Mar', 'Ana', 'Grace', 'José']
  const names = indexNames(
    Array.from({ length: 500 }, (_, at) => `${given[at % given.length]} Smi${at}th 🌿`),
  )
  const context = { names, phones, publicNumbers: [] }
  for (const text of texts) lint(text, context)
  return texts.flatMap((text) =>
    Array.from({ length: runs }, () => elapsedMs(() => void lint(text, context))),
  )
}

/** Milliseconds of each run of 1,000 events about 500 people. */
export const rosterTimesMs = (runs: number): number[] => {
  const roster = createRoster((ordinal) => `Someone ${ordinal}`)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  for (let at = 0; at < 500; at += 1) {
    roster.apply({ name: 'participantJoined', id: `p${at}`, displayName: `Person ${at}` })
  }
  const events = () => {
    for (let at = 0; at < 1000; at += 1) {
      roster.apply({
        name: 'participantMuted',
        id: `p${at % 500}`,
        isMuted: at % 2 === 0,
        mediaType: 'audio',
      })
    }
  }
  events()
  return Array.from({ length: runs }, () => elapsedMs(events))
}
