/** @file British spelling of the English words. The words themselves are chosen so that both read them. */

/** American, British. Beginnings of words; what follows stays. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['analyz', 'analys'],
  ['apologiz', 'apologis'],
  ['authoriz', 'authoris'],
  ['behavior', 'behaviour'],
  ['canceled', 'cancelled'],
  ['canceling', 'cancelling'],
  ['center', 'centre'],
  ['color', 'colour'],
  ['counselor', 'counsellor'],
  ['customiz', 'customis'],
  ['defense', 'defence'],
  ['emphasiz', 'emphasis'],
  ['favor', 'favour'],
  ['finaliz', 'finalis'],
  ['gray', 'grey'],
  ['harbor', 'harbour'],
  ['honor', 'honour'],
  ['judgment', 'judgement'],
  ['labeled', 'labelled'],
  ['labor', 'labour'],
  ['license', 'licence'],
  ['memoriz', 'memoris'],
  ['minimiz', 'minimis'],
  ['neighbor', 'neighbour'],
  ['offense', 'offence'],
  ['organiz', 'organis'],
  ['prioritiz', 'prioritis'],
  ['realiz', 'realis'],
  ['recogniz', 'recognis'],
  ['summariz', 'summaris'],
  ['traveler', 'traveller'],
]
const british = new Map(SPELLINGS)
const AMERICAN = new RegExp(`\\b(${SPELLINGS.map(([american]) => american).join('|')})(?!ado)`, 'gi')

/** A text as it is spelled in Britain, capitals kept. Names of places (Colorado) stay. */
export const britishText = (text: string): string =>
  text.replace(AMERICAN, (found) => {
    const spelled = british.get(found.toLowerCase()) ?? found
    return found.slice(0, 1) + spelled.slice(1)
  })
