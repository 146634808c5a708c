/**
 * @file Whether another page of this console is connected. A page without its start link cannot ask the app; the pages
 * of one browser ask each other. Nothing is said but that one is there.
 */

const CHANNEL = 'holdspace-console'
const ASK = 'is-one-connected'
const YES = 'one-is-connected'
/** A page that is there answers within this time, in milliseconds. */
const ANSWER_WITHIN_MS = 1000

/** Answers other pages while `isConnected` says so. */
export const answerOtherTabs = (isConnected: () => boolean): void => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (data === ASK && isConnected()) channel.postMessage(YES)
  })
}

/** True when another page of this browser is connected. */
export const isOtherTabConnected = (): Promise<boolean> =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL)
    const end = (isThere: boolean): void => {
      clearTimeout(timer)
      channel.close()
      resolve(isThere)
    }
    const timer = setTimeout(() => end(false), ANSWER_WITHIN_MS)
    channel.addEventListener('message', ({ data }) => {
      if (data === YES) end(true)
    })
    channel.postMessage(ASK)
  })
