/** @file A new passphrase: the box for it, and whether what is in it may be used. Never part of the first paint. */
export { NewPassphraseField } from './NewPassphraseField'
export { isPassphraseUsable } from './passphrase-feedback'
