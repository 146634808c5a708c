/**
 * @file A component that is loaded when it is first needed. Unlike `React.lazy` it shows at once when its code is
 * there: React holds back what follows a Suspense fallback for 300 ms, which every first visit of a page would pay.
 */
import { type ComponentType, useEffect, useState } from 'react'

/** Wait before a load that failed is tried again, in milliseconds. */
const TRY_AGAIN_MS = 1000

/** A component with its code on demand. */
export type Loaded<Props> = ComponentType<Props> & {
  /** Starts loading, if that has not begun. */
  preload(): Promise<void>
}

/**
 * Wraps a dynamic import.
 *
 * @param load - imports the module and gives its component.
 * @returns a component that renders nothing until its code is there, and tries again where loading failed.
 */
export const loaded = <Props extends object>(load: () => Promise<ComponentType<Props>>): Loaded<Props> => {
  let Ready: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const preload = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        Ready = component
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }

  const OnDemand = (props: Props) => {
    const [, setIsReady] = useState(Ready !== null)
    useEffect(() => {
      // It may have come between the first rendering and now, by somebody else's preload.
      if (Ready) {
        setIsReady(true)
        return
      }
      let timer: ReturnType<typeof setTimeout> | undefined
      let isGone = false
      const tryLoading = () => {
        preload().then(
          () => {
            if (!isGone) setIsReady(true)
          },
          () => {
            if (!isGone) timer = setTimeout(tryLoading, TRY_AGAIN_MS)
          },
        )
      }
      tryLoading()
      return () => {
        isGone = true
        clearTimeout(timer)
      }
    }, [])
    return Ready ? <Ready {...props} /> : null
  }
  return Object.assign(OnDemand, { preload })
}
