/** @file Types of gather.mjs. */
/** Puts what each machine made into one folder with one list of sums; throws where something is not what was made. */
export function gather(made: string, release: string): string[]
