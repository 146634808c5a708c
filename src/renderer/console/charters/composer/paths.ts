/** @file Addresses of the composer: ids, and never a word of a charter. */

/** Where charters are begun and gone on with. */
export const COMPOSE_PATH = '/charter/compose'

/** A draft's page. */
export const composerPath = (draftId: string, page?: string): string =>
  page === undefined ? `${COMPOSE_PATH}/${draftId}` : `${COMPOSE_PATH}/${draftId}/${page}`
