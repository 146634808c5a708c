/**
 * @file Whether a display name is one under which machines that take notes come into meetings. A name is all there is
 * to go by: a machine under another name is not seen, and a person may have such a name.
 *
 * Sources, read 2026-11-27: the makers' own help pages (Otter: "OtterPilot", "Notetaker"; the "Fireflies.ai Notetaker"
 * notice), lists of universities for their hosts (Wisconsin-Madison: otter.ai, read.ai, fireflies.ai, meetrecord.com,
 * sembly.ai, hal.ai, fellow.app), and guides of those who make such machines, which name them (docs/room-guard.md).
 */

/** What these machines call themselves, in English and Spanish, whoever makes them. */
const kinds = [
  /\bnote ?tak(?:er|ing)s?\b/,
  /\bmeeting (?:notes?|assistant|recorder|scribe|bot|summary)\b/,
  /\b(?:ai|gpt) (?:notes?|assistant|companion|recorder|scribe|bot|transcri\p{L}+)\b/u,
  /\b(?:notes?|assistant|recorder|scribe|recording|transcri\p{L}+) (?:ai|bot)\b/u,
  /\b(?:asistente|tomador|grabador)a? de (?:notas|reuniones|ia)\b/,
]
/** Names that nobody is called. Otter, Fellow, Grain and the like are left out alone: people are. */
const makers =
  /\b(?:otter ?pilot|fireflies ?ai|read ?ai|fathom ai|tl ?dv|meet ?geek|semblian|sembly|avoma|supernormal|meetrecord|airgram|circleback|recall ?ai|fellow ?app|notta ?bot|otter ?ai|hal ai|spinach ?ai|jamie ai|zoom ai|gemini notes|copilot notes)\b/
/** The address of such a maker: "something.ai". */
const address = /[\p{L}\p{N}]{3,}\.ai(?![\p{L}\p{N}])/u

/**
 * Whether a name says that a machine takes notes.
 *
 * @param name - as shown, or as it came.
 * @returns a guess from the name alone.
 */
export const isNoteTakerName = (name: string): boolean => {
  const text = name.normalize('NFKC').toLowerCase()
  if (address.test(text)) return true
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return kinds.some((kind) => kind.test(words)) || makers.test(words)
}
