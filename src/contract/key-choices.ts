/**
 * @file Which acts have a key, and which keys there are: plain lists, because the console's first paint reads them and
 * carries no parser.
 */

/** Each act that has a key, named by what its key is at first. */
export const KEY_ACTS = [
  'Alt+L',
  'Alt+Q',
  'Alt+C',
  'Alt+E',
  'Alt+R',
  'Alt+K',
  'Alt+N',
  'Alt+P',
  'Alt+S',
  'Alt+U',
  'Alt+M',
  'Alt+T',
  'Alt+B',
  'Alt+1',
  'Alt+2',
  'Alt+3',
  'Alt+4',
  'Alt+5',
  'Alt+6',
  'Alt+7',
  'Alt+8',
  'Alt+9',
  'Alt+0',
  '?',
] as const

/** A key as it is stored and shown: Alt (and Shift) with a letter or digit, a function key that no browser needs, or `?`. */
export const KEY_BINDING = /^(Alt\+(Shift\+)?[A-Z0-9]|(Alt\+|Shift\+)?F(2|8|9|10)|\?)$/
