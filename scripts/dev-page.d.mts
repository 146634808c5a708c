/** @file Types of dev-page.mjs. */
import type { Page } from 'playwright-core'

/** From now on the console's files come from the development server. */
export declare const showFromDevServer: (
  page: Page,
  where: { origin: string; devUrl: string },
) => Promise<void>
