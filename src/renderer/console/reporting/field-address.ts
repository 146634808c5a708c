/** @file Where a field of the form is found: its words in the catalogue, its element on the page. Pure. */

const rowId = /\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?=\.|$)/g

/** Key of a field's words: its path without the ids of rows. */
export const wordsKey = (path: string): string => path.replace(rowId, '').replaceAll('.', '_')

/** Element id of a field. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** Element id of a section's heading. */
export const sectionId = (id: string): string => `section-${id}`

const controls = 'input, textarea, select, button'

/** Moves to a field, or to the nearest group that holds it. */
export const goToField = (path: string): void => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const field = document.getElementById(fieldId(parts.slice(0, length).join('.')))
    if (!field) continue
    const control = field.matches(controls) ? field : field.querySelector<HTMLElement>(controls)
    control?.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'center' })
    return
  }
}
