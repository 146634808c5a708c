/** @file Whether this Electron and the native parts beside us fit: asked before there is a window, answered in a sentence. */
import { StartError } from '../options'

/** The least Node-API that the database's native part needs (its `package.json` and its binary say so). */
export const NODE_API_MIN = 10

/** What an Electron says of itself: of `process.versions`. */
export interface RunningVersions {
  electron?: string | undefined
  node: string
  modules?: string | undefined
  napi?: string | undefined
}

const majorOf = (version: string | undefined): number => Number.parseInt(version ?? '', 10)

/**
 * What does not fit, in one plain sentence; null where all does.
 *
 * @param builtFor - version of Electron that this build was made and tested for.
 */
export const misfitOf = (running: RunningVersions, builtFor: string): string | null => {
  const { electron = 'an unknown version', node, napi } = running
  if (majorOf(electron) !== majorOf(builtFor)) {
    return `This Holdspace was made for Electron ${builtFor} and does not start in ${electron}.`
  }
  if (!(majorOf(napi) >= NODE_API_MIN)) {
    return `The encrypted database needs Node-API ${NODE_API_MIN}; Electron ${electron} (Node ${node}) has ${napi ?? 'none'}.`
  }
  return null
}

/** A native part that does not fit this computer or this Electron. Its cause is in `message`, without a path. */
export class NativePartError extends StartError {}

/** An error's code and the first line of its words, without the folders of this machine. */
const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown cause'
  const code = 'code' in error ? `${String(error.code)}: ` : ''
  const [first = ''] = error.message.split('\n', 1)
  return `${code}${first.replaceAll(/(?:[A-Za-z]:)?[\\/][^\s'"]*[\\/]/g, '')}`.slice(0, 200)
}

/**
 * Loads a part that has native code.
 *
 * @param part - what it is, as a person would say it: `encrypted database`.
 * @throws `NativePartError` where it cannot be loaded or does not work.
 */
export const loadNativePart = async <Part>(part: string, load: () => Promise<Part>): Promise<Part> => {
  try {
    return await load()
  } catch (error) {
    throw new NativePartError(
      `The ${part} that comes with Holdspace does not run here, on ${process.platform} ${process.arch} (${causeOf(error)}). Install Holdspace for this kind of computer.`,
    )
  }
}
