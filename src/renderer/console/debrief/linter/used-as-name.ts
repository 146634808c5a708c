/**
 * @file Whether an ordinary word stands where a name stands: what one does to a person before it, or what a person
 * does after it. English only, and by a short list: what it does not know stays unseen, and that is said on screen.
 */
import type { Token } from './fold'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What one does to somebody, or with: the word after it is somebody. */
const toSomebody = set(`
  told tell telling ask asked asking thank thanked interrupt interrupted remind reminded invite invited muted mute
  unmuted greet greeted hugged hug texted text emailed phoned rang messaged comforted comfort hurt annoyed upset
  forgot ignored ignore missed rushed skipped removed admitted welcomed welcome praised scolded shushed thanks dear
  poor named called let made helped heard met saw hey hi owe owed mispronounced teased offended embarrassed blamed
  envied pushed pressed begged
`)
/** "Promised Bill a call". */
const toSomebodyA = set('promised sent lent showed offered gave brought bought read')
const articles = set('a an my the some another')
/** What ends in somebody when the word before fits: "talked to", "cut off". */
const towardSomebody: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'to',
    set(
      'talk talked talking spoke speak said listen listened apologised apologized replied back wrote looked sorry lied unfair rude kind mean nice attention turned',
    ),
  ],
  [
    'with',
    set(
      'talked spoke short sharp cross angry impatient argued argue laughed cried sat stayed checked co facilitated rude patient strict blunt quick harsh firm gentle curt abrupt brusque snappy honest tender cold',
    ),
  ],
  [
    'w',
    set('talked spoke short sharp cross angry impatient argued argue laughed cried sat stayed rude patient'),
  ],
  ['off', set('cut cutting told pissed')],
  ['on', set('leaned lean called relied leant picked hard tough easy soft')],
  ['over', set('talked spoke talk')],
  ['at', set('looked look looking snapped angry smiled laughed stared')],
  ['up', set('mixed')],
  ['for', set('cheered waited covered sorry felt worried')],
  ['about', set('worried think thinking thought worry')],
  ['of', set('scared afraid')],
  ['from', set('heard')],
])
/** What only a person does: the word before it is somebody. */
const bySomebody = set(`
  said says asked asks told tells laughed laughs cried cries spoke speaks sighed smiled smiles nodded joked typed texted
  whispered shouted waited waits thanked apologised apologized prayed shared hugged yawned winked muttered interrupted
  noticed admitted confessed disagreed insisted waved frowned blushed giggled grinned sobbed wept sniffed stammered teased interjected
`)
/** What people, and things, do: enough after "i think", "when", "because". */
const byAnyone = set(`
  was is were felt seemed looked left came went stayed got had has wanted needed knew knows thinks thought made let asks
  asked said minded joined started stopped kept took gave froze
`)
const opensClause = set(
  'think thought when because that and but before after until while if since then so noticed hope',
)
/** What a person is said to be. */
const moods = set(`
  angry upset cross tearful sad tired quiet bored hurt kind lovely gentle patient right wrong late early anxious nervous
  happy shy annoyed offended scared silent friendly ill drunk crying shaking smiling worried calm furious brave
`)
/** Before a common noun, never before a name. */
const determiners = set(`
  the a an my your his her our their its this that these those some any no every each more most much of in for as such
  what which whose real good great one another little very too is was be been are i you he she we they it who
  own same first second last next new old
`)
const bareVerb = set(`
  wait go talk speak finish have take be lead carry pray joke steer close start pass cry leave stay sit run read share
  feel know do say rest think come get down off in out know hold
`)

/** "I let hope grow" is no name: behind these the verb has to be a person's. */
const lettingVerbs = set('let made helped saw heard kept left had')
/** After "when hope left": the next clause begins. */
const beginsClause = set('i we and but early late then upset crying')

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? ''

/** True when the word at this place is used as a name. */
export const isUsedAsName = (tokens: readonly Token[], at: number, length = 1): boolean => {
  const before = wordAt(tokens, at - 1)
  const earlier = wordAt(tokens, at - 2)
  const after = wordAt(tokens, at + length)
  const later = wordAt(tokens, at + length + 1)
  if (lettingVerbs.has(before)) {
    return (
      bareVerb.has(after) ||
      bySomebody.has(after) ||
      /^(?:wait|talk|cry|sit|stand|speak|hang)ing$/.test(after)
    )
  }
  if (toSomebody.has(before)) return true
  if (toSomebodyA.has(before) && articles.has(after)) return true
  if (towardSomebody.get(before)?.has(earlier)) return true
  if (determiners.has(before) && !opensClause.has(before)) return false
  if (bySomebody.has(after)) return true
  if (
    (after === 'was' || after === 'is' || after === 'seemed' || after === 'looked' || after === 'felt') &&
    moods.has(later)
  )
    return true
  return (
    opensClause.has(before) &&
    byAnyone.has(after) &&
    (moods.has(later) || later === '' || beginsClause.has(later) || bySomebody.has(after))
  )
}

const modals = set('can will may')
const asked = set(
  'i we you he she it they the this that there anyone anybody someone somebody everyone my our',
)

/** True for a verb that opens a question: "Will I do it?", "Can we turn that off?" */
export const isAskingVerb = (tokens: readonly Token[], at: number): boolean =>
  modals.has(wordAt(tokens, at)) && asked.has(wordAt(tokens, at + 1))
