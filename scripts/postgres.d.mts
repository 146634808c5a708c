/** @file Types of postgres.mjs. */
/** Folder with PostgreSQL's programs, or null. */
export declare const findPostgres: () => string | null
/** True where the tests must not do without it. */
export declare const isPostgresRequired: () => boolean
/** Finds it, or installs Debian's where it is required; null when neither worked. */
export declare const ensurePostgres: () => string | null
