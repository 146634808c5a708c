/**
 * @file Whether an ordinary word of Spanish stands where a name stands: behind the "a" that only persons have, or before what
 * a person does. By short lists, as for English (used-as-name.ts).
 */
import type { Token } from './fold'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Folded, as all words here. */
const determiners = set(`
  el la los las un una unos unas mi tu su mis tus sus este esta ese esa aquel aquella otro otra mucho mucha tanto tanta
  poco poca buen buena mal mala gran cada algun alguna ningun ninguna todo toda nuestro nuestra al del medio media mas
  de sin con en por para sobre entre hasta desde hacia contra segun ni como muy
`)
/** "Hablé con", "encima de": what ends in somebody when the word before fits. */
const towardSomebody: ReadonlyMap<string, RegExp> = new Map([
  [
    'con',
    /^(?:habl|convers|charl|discut|pele|enoj|enfad|molest|rei|rie|llor|qued|disculp|sent|fui|trabaj|facilit|dur[oa]|sec[oa]|brusc[oa]|injust[oa]|paciente|impaciente|amable|cort[oe])/,
  ],
  ['de', /^(?:encima|olvid|acord|acuerd|despedi|rei|quej|burl|cuid|hart[oa])/],
  ['en', /^(?:pens|apoy|confi|fij|pienso)/],
  ['por', /^(?:preocup|pregunt|llor|esper)/],
])
const bySomebody =
  /^(?:dijo|dice|decia|pregunt[oa]|preguntaba|pidio|lloro|lloraba|llora|hablo|hablaba|callo|sonrio|grito|conto|contaba|contesto|respondio|espero|esperaba|miro|agradecio|abrazo|interrumpio|suspiro|bostezo|rezo|escucho|comento|asintio|bromeo|compartio)$/
const byItself =
  /^(?:enoj|enfad|rio|reia|fue|iba|qued|call|molest|puso|sint|despid|disculp|levant|echo|larg|conect|desconect|emocion|asust|march|perdio|ofend)/
/** What is said to somebody by name. */
const vocatives = set('gracias perdon perdona disculpa disculpame hola adios querido querida oye')
const behaved = set('fui estuve soy quede')
const degrees = set('muy demasiado bastante un mas tan')
const manner =
  /^(?:injust|brusc|sec|dur|impacient|pacient|amabl|fri|cort|grosér|groser|antipatic|torp|suav|clar|honest)/
const beforeClause = set('hoy ayer anoche entonces luego despues y pero cuando porque mientras si')
const pronouns = set('me nos le les te se lo la')
const moods = set(`
  triste enojada enojado enfadada enfadado molesta molesto callada callado cansada cansado nerviosa nervioso tranquila tranquilo
  sola solo dolida dolido llorando enferma enfermo asustada asustado contenta contento ausente tarde distante incomoda incomodo
`)
const isBeing = set('estaba estuvo esta parecia parecio llego llegaba sono sonaba')
/** "Dar a luz", "de lunes a domingo", "de marzo a mayo": an "a" that is no person's. */
const time = set(
  'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hoy ayer manana ciegas oscuras solas veces',
)
const isGivingBirth = (earlier: string, word: string) =>
  word === 'luz' && /^(?:d[aio]|salio|sacar)/.test(earlier)

/** True when the word at this place is used as a name. */
export const isUsedAsSpanishName = (tokens: readonly Token[], at: number): boolean => {
  const wordAt = (place: number) => tokens[place]?.word ?? ''
  const word = wordAt(at)
  const before = wordAt(at - 1)
  const earlier = wordAt(at - 2)
  const after = wordAt(at + 1)
  if (before === 'a') return !time.has(word) && !isGivingBirth(earlier, word)
  if (towardSomebody.get(before)?.test(earlier)) return true
  // "Con Ángel fui injusta."
  if (before === 'con' && behaved.has(after) && (degrees.has(wordAt(at + 2)) || manner.test(wordAt(at + 2))))
    return true
  if (vocatives.has(before) && word.length > 2) return true
  if (determiners.has(before)) return false
  if (bySomebody.test(after)) return true
  // A noun has an article: "hoy Soledad me salvó", "hoy la soledad me salvó".
  if (
    (before === '' || beforeClause.has(before)) &&
    pronouns.has(after) &&
    /^[a-z]{2,}(?:o|aba|ia)$/.test(wordAt(at + 2))
  )
    return true
  if (isBeing.has(after) && moods.has(wordAt(at + 2))) return true
  return (
    pronouns.has(after) &&
    (bySomebody.test(wordAt(at + 2)) || (after === 'se' && byItself.test(wordAt(at + 2))))
  )
}

/** Given names that are a verb of what I do, or am doing, in small letters behind a word that only a verb has behind it. */
const verbNames = set('leo alejo armando amando curro miro')
const beforeVerb = set('yo lo los me te se le les nos os estoy sigo')

/** True for a given name that is a verb here: "lo leo". */
export const isSpanishVerb = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined &&
    !token.isCapitalised &&
    verbNames.has(token.word) &&
    beforeVerb.has(tokens[at - 1]?.word ?? '')
  )
}
