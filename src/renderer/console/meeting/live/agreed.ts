/**
 * @file What was settled with one person for this session, privately, in memory only: so that nobody is asked twice about
 * a camera that stays off or a name they want to keep.
 */

/** What may be settled. */
export type AgreedAbout = 'cameraOff' | 'name'

/** How it is held: by connection, without a name. */
export const agreedKey = (about: AgreedAbout, personId: string): string => `${about} ${personId}`
