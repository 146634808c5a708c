/**
 * @file Variables of an environment that have Chromium write down what a call says and hears: the keys of its encrypted
 * connections, or its log. Other programs set some of them for all that is started.
 */
import { StartError } from './options'

/** Read when a call first needs them: gone before that, they do nothing. */
const TAKEN_OUT = ['SSLKEYLOGFILE', 'CHROME_LOG_FILE', 'ELECTRON_LOG_FILE'] as const
/** Read before any line of ours runs. */
const REFUSED = 'ELECTRON_ENABLE_LOGGING'

/** Takes out of an environment what is read later. */
export const leaveNothingWritten = (environment: NodeJS.ProcessEnv): void => {
  for (const name of TAKEN_OUT) delete environment[name]
}

/** @throws `StartError` where Electron was told to keep a log: it does so already. */
export const refuseLog = (environment: NodeJS.ProcessEnv): void => {
  if (environment[REFUSED]) {
    throw new StartError(
      `Holdspace does not start with ${REFUSED} set: what a meeting does could be written into a log.`,
    )
  }
}
