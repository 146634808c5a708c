/** @file Words that people write with letters covered though they are nobody's name: oaths, and what platforms count. */
import { fold } from './fold'

const masked = `
  damn damned dammit goddamn hell shit shits shitty shitting bullshit fuck fucks fucked fucker fuckers fuckin fucking
  motherfucker motherfucking crap crappy piss pissed pissing bitch bitches bitching bitchy bastard bastards ass asses
  asshole assholes arse arses arsehole arseholes cunt cunts dick dicks dickhead cock cocks prick pricks pussy twat twats
  tits wank wanker wankers bollocks bugger buggered bloody slut sluts slutty whore whores fag fags faggot faggots nigger
  niggers nigga retard retards retarded tranny dyke spastic rape raped raping rapes rapist rapists incest sex sexual porn
  suicide suicides suicidal kill kills killed killing killer murder murdered die dies died dying dead death abuse abused
  abuser abusive assault assaulted molest molested drug drugs drugged cocaine heroin meth drunk nazi nazis hitler god
  mierda puta puto putas joder jodido coño cabron cabrones cojones hostia pendejo pendejos chingar chingado verga carajo
  merde putain scheisse kurwa
`
const byLength = Map.groupBy(masked.trim().split(/\s+/).map(fold), (word) => word.length)

/**
 * True where a covered word is such a word to its reader: in small letters, as no name is.
 *
 * @param word - folded, with a sign of `cover` for each covered letter.
 */
export const isMaskedWord = (word: string, shown: string, cover: RegExp): boolean =>
  shown === shown.toLowerCase() &&
  (byLength.get(word.length) ?? []).some((known) =>
    Array.from(word).every((sign, at) => cover.test(sign) || known[at] === sign),
  )
