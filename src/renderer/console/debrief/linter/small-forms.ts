/**
 * @file The small forms that Spanish and Portuguese make of any name by rule: Anita, Carmencita, Dieguito, Paulinho. They are
 * the name with an ending; pet names that follow no rule are in nicknames.ts.
 */

/** Spelling that keeps the sound before an i: Diego, Dieguito; Paco, Paquito; Beatriz, Beatricita; Julio, Julito. */
const beforeI = (stem: string): string =>
  stem
    .replace(/i$/, '')
    .replace(/c$/, 'qu')
    .replace(/([^g]|^)g$/, '$1gu')
    .replace(/z$/, 'c')

/** A name of three letters with a consonant last begins too many other words: "Bon", "bonito". */
const CONSONANT_LAST_MIN = 4

/**
 * Small forms of a name.
 *
 * @param name - folded.
 * @returns folded; none for a name that is not in plain Latin letters.
 */
export const smallForms = (name: string): string[] => {
  if (!/^[a-z]{3,20}$/.test(name)) return []
  const [, stem = '', last = ''] = /^(.+?)([aeo]?)$/.exec(name) ?? []
  if (last === 'a' || last === 'o')
    // João, Joãozinho. Graça, Gracinha: its c was soft.
    return [beforeI(stem), ...(stem.endsWith('c') ? [stem] : [])]
      .flatMap((base) => [`${base}it${last}`, `${base}inh${last}`])
      .concat(`${name}zinh${last}`)
  if (name.length < CONSONANT_LAST_MIN) return []
  const manifold = /^(.{2,})[aeo]s$/.exec(name)
  // Jorge, Jorgito: before an e the sound was soft already.
  const plain = last === 'e' ? stem : beforeI(name)
  const both = (base: string, small: string) => [`${base}${small}o`, `${base}${small}a`]
  const forms = [...both(name, 'cit'), ...both(name, 'zinh'), ...both(plain, 'it'), ...both(plain, 'inh')]
  if (manifold === null) return forms
  // Carlos, Carlitos; Lucas, Luquitas; Mercedes, Merceditas.
  const base = beforeI(manifold[1] ?? '')
  return [...forms, `${base}itos`, `${base}itas`, `${base}inhos`, `${base}inhas`]
}
