/** @file What has the keyboard stays in sight when something at the foot of a page grows over it. */
import { useEffect } from 'react'

/** Brings it back into sight once `hasGrown`; how far from the window's edges, its own scroll margin says. */
export const useFocusInSight = (hasGrown: boolean): void => {
  useEffect(() => {
    if (hasGrown) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [hasGrown])
}
