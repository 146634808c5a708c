/** @file Recipients: whose key a file is sealed to, for the pages that seal one. */
export { ChooseKey, RemoveKey, useKeyName } from './ChooseKey'
export { KeepKey } from './KeepKey'
export { OwnKey } from './OwnKey'
