/**
 * @file The rows of the five codes, as bare ids, and what carries each: places of a pack, features, or a later
 * feature by its planned number. No sentence of a code stands here. `charter-rows.test.ts` holds it against the packs,
 * docs/packs.md and the tests.
 */

/** The letter of a code, and the pack that restates it. */
export const packOfSeed = {
  A: 'heartfelt',
  B: 'heartsupport',
  C: 'heypeers',
  D: 'uk-peer-group',
  E: 'agency-team',
} as const

/** Every row of a code, in its order: a clause, or a part of one that asks for something of its own. */
export const rowsOfSeed: Readonly<Record<keyof typeof packOfSeed, string>> = {
  A: 'A-0 A-V1 A-V2 A-V3 A-V4 A-V5 A-V6 A-V7 A-V8 A-V9 A-V10 A-V11 A-V12 A-E1 A-E2 A-E3 A-E4 A-E5 A-E6 A-E7 A-E8a A-E8b A-E8c A-E9 A-E10 A-E11 A-E12 A-E13 A-E14 A-E15 A-E16 A-M A-G1 A-G2 A-G3 A-G4 A-G5 A-G6 A-G7 A-G8 A-G9 A-G10 A-G11 A-G12 A-C1 A-D1',
  B: 'B-1 B-2 B-3 B-4 B-5 B-6 B-7 B-8 B-9 B-10 B-11 B-12 B-13 B-14 B-15 B-16 B-17 B-18 B-19 B-20 B-21 B-22 B-23 B-24 B-25',
  C: 'C-1 C-2 C-3 C-4 C-5 C-6 C-7 C-8 C-9 C-10 C-11 C-12 C-13 C-14 C-15 C-16 C-17 C-18 C-19 C-20',
  D: 'D-P1 D-P2 D-P3 D-P4 D-P5 D-1 D-2 D-3 D-4 D-5 D-6 D-7 D-8 D-9 D-10 D-11 D-12 D-13 D-14 D-15 D-16 D-17 D-18 D-19 D-20 D-21 D-22 D-O0 D-O1 D-O2 D-O3 D-O4a D-O4b D-O5 D-O6 D-O7 D-R0a D-R0b D-R1 D-R2 D-R3 D-R4 D-R5 D-R6',
  E: 'E-0 E-1 E-2 E-3 E-4 E-5 E-6 E-7 E-8 E-9 E-10 E-11 E-12 E-13 E-14 E-15 E-16 E-17 E-18 E-19 E-20 E-21',
}

/** Rows carried later, by the planned feature that will carry them. */
export const laterBy: Readonly<Record<string, string>> = {}

/** A test by its file and a part of its name: what carries a row is proved by it. */
export type ProvedBy = readonly [file: string, name: string]

const console_ = 'src/renderer/console'

/** Places of a pack, and the test that its words or values act on a screen. */
export const provedPlaces: Readonly<Record<string, ProvedBy>> = {
  joiningWords: [
    'src/main/sessions/service.test.ts',
    'gives group, when with zone and offset, link and joining',
  ],
  openingScript: [`${console_}/meeting/view/opening-step.test.tsx`, 'begin with one line, filled'],
  'checklists.before': [`${console_}/sessions/prepare/OpenRoom.test.tsx`, 'does not open before the charter'],
  'checklists.hold': [
    `${console_}/meeting/view/charter-in-room.test.tsx`,
    'list while holding and at the close',
  ],
  'checklists.close': [
    `${console_}/meeting/view/charter-in-room.test.tsx`,
    'list while holding and at the close',
  ],
  reasons: [`${console_}/meeting/view/person-panel.test.tsx`, 'offer the reasons of the charter'],
  crisisCards: [`${console_}/conduct/CrisisCards.test.tsx`, 'leads with a life at stake'],
  conductCards: [`${console_}/conduct/CrisisCards.test.tsx`, 'has cards for hard moments beside'],
  cannedMessages: [
    `${console_}/meeting/view/message-cards.test.tsx`,
    'fills the box from the list of ready answers',
  ],
  contacts: [`${console_}/charters/charter-pages.test.tsx`, 'whom one turns to'],
  messageKits: [`${console_}/sessions/group/message-kits.test.tsx`, 'to copy'],
  ownDuties: [`${console_}/duties/suggested-duties.test.tsx`, 'offers what the charter asks for'],
  onCancel: [`${console_}/sessions/session-actions.test.tsx`, 'what the charter asks for'],
  cancelReasons: [`${console_}/sessions/session-actions.test.tsx`, 'a reason cancels at once'],
  afterRemoval: [`${console_}/meeting/view/charter-in-room.test.tsx`, 'what comes next after a removal'],
  reportTriggers: [`${console_}/reporting/report-advice.test.tsx`, 'says what the charter says of reports'],
  feedbackParts: [`${console_}/desk/desk.test.tsx`, 'has the parts that the charter asks for'],
  handOff: [
    `${console_}/debrief/hand-off/hand-off.test.tsx`,
    'is refused in the words of a charter that allows none',
  ],
  reportAdvice: [`${console_}/reporting/report-advice.test.tsx`, 'says what the charter says of reports'],
  'settings.ladder': [
    `${console_}/meeting/view/person-panel.test.tsx`,
    'put the words of a step into the box',
  ],
  'settings.lock': [`${console_}/meeting/view/charter-in-room.test.tsx`, 'when the charter locks the room'],
  'settings.stepOutCheck': [
    `${console_}/meeting/view/rail-parts.test.tsx`,
    'where the charter asks for a check',
  ],
  'settings.requiredItemId': ['src/main/sessions/service.test.ts', 'opens no room before the item'],
  'settings.cameras': [
    `${console_}/meeting/view/name-and-camera.test.tsx`,
    'are asked for where the charter expects them',
  ],
  'settings.invitesUnheard': [
    `${console_}/meeting/view/voice-share.test.tsx`,
    'names nobody who was not heard where',
  ],
  'settings.muteOnEntry': [`${console_}/meeting/guard/guard.test.ts`, 'mutes each newcomer as they appear'],
  'settings.interventions': [
    'src/main/conduct/service.test.ts',
    'counts nothing where the charter counts nothing',
  ],
  'settings.needsApprovedServer': [
    'src/main/sessions/service.test.ts',
    'asks for an approved server only where',
  ],
  'settings.registrationsMinimum': ['tests/e2e/evening.spec.ts', 'an evening from first start'],
  'settings.cancelFreeHours': [
    `${console_}/sessions/home/next-session.test.tsx`,
    'until when people can cancel',
  ],
  'settings.evidence': [
    'src/main/reporting/violations.test.ts',
    'keeps what the charter allows, and no more',
  ],
  'settings.noticeDays': [
    `${console_}/charters/new-version.test.tsx`,
    'says from when it holds, and that its notice is shorter',
  ],
  'settings.debrief': [`${console_}/debrief/Editor.test.tsx`, 'stores what is typed'],
}

/** Features that carry rows without a word of a pack, and the test of each. */
export const provedFeatures = {
  composer: ['src/main/charters/drafts.test.ts', 'begins as a copy of a charter that is here'],
  reflectiveMeeting: [`${console_}/desk/desk.test.tsx`, 'prints the themes that three share'],
  lessonCards: [`${console_}/desk/desk.test.tsx`, 'keeps no lesson with a name'],
  oneCharterPerGroup: ['src/main/sessions/service.test.ts', 'refuses a charter that is not installed'],
  whatIsKept: ['tests/promises/column-allow-list.test.ts', 'shown on the page What is kept'],
  noSuchColumn: ['tests/promises/column-allow-list.test.ts', 'are all listed with their reason'],
  newcomersMuted: [`${console_}/meeting/guard/guard.test.ts`, 'mutes each newcomer as they appear'],
  rehearsal: ['src/main/sessions/service.test.ts', 'gives no link to a rehearsal'],
  debriefPrompts: [`${console_}/debrief/Editor.test.tsx`, 'stores what is typed'],
  consent: ['src/contract/report-fields.test.ts', 'names every needed question of an empty report'],
  turns: [`${console_}/meeting/floor/turns.test.ts`, 'asks everybody once, ourselves last'],
  shareMode: [`${console_}/meeting/floor/turns.test.ts`, 'has the answer its speaker asked for'],
  ownTurn: [`${console_}/meeting/floor/turns.test.ts`, 'of ours ends in handing back'],
  voiceShare: [`${console_}/meeting/view/voice-share.test.tsx`, 'is two bars, oneself and everyone else'],
  readThrough: [`${console_}/meeting/view/read-through-view.test.tsx`, 'goes through every piece by key'],
  cameras: [
    `${console_}/meeting/view/name-and-camera.test.tsx`,
    'are asked for where the charter expects them',
  ],
  violationDraft: [
    `${console_}/reporting/violation/violations.test.tsx`,
    'is stored as it is typed, without a name of the room',
  ],
  rolesCollide: [
    `${console_}/sessions/prepare/roles-collide.test.tsx`,
    'offers a swap, a referral and whom to ask',
  ],
} as const satisfies Readonly<Record<string, ProvedBy>>

/** Rows carried by a feature alone. */
export const carriedByFeature: Readonly<Record<string, keyof typeof provedFeatures>> = {
  'B-17': 'reflectiveMeeting',
  'C-10': 'violationDraft',
  'C-11': 'violationDraft',
  'C-19': 'composer',
  'E-18': 'lessonCards',
  'A-0': 'oneCharterPerGroup',
  'A-V1': 'turns',
  'A-V8': 'voiceShare',
  'A-V9': 'voiceShare',
  'A-V12': 'shareMode',
  'A-E1': 'readThrough',
  'A-E5': 'turns',
  'A-E6': 'turns',
  'A-E8a': 'turns',
  'A-E8b': 'shareMode',
  'A-E10': 'turns',
  'A-E14': 'ownTurn',
  'A-G7': 'cameras',
  'A-V11': 'whatIsKept',
  'A-E11': 'noSuchColumn',
  'A-G5': 'newcomersMuted',
  'B-16': 'rehearsal',
  'D-P1': 'whatIsKept',
  'D-18': 'consent',
  'D-19': 'noSuchColumn',
  'E-6': 'rolesCollide',
  'E-9': 'rolesCollide',
  'E-11': 'debriefPrompts',
}
