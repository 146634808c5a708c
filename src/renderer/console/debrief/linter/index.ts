/** @file The identifier linter. */
export { type Finding, type FindingKind, severityOf } from './finding'
export { LINTED_MAX, type LintContext, lint, lintWhole, NAME_TAKEN_OUT, takeNamesOut } from './lint'
export { indexNames, type NameIndex, noNames } from './name-index'
export { loadPhoneFinder, type PhoneFinder } from './phones'
export { editEnd, withoutUnfinishedName } from './unfinished-word'
