/**
 * @file Lets plain Node run the sources in a child process: relative imports without an extension are TypeScript, and
 * what is imported from a JSON file is JSON, as the bundler has it.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context)
    } catch (error) {
      if (!specifier.startsWith('.')) throw error
      try {
        return nextResolve(`${specifier}.ts`, context)
      } catch {
        return nextResolve(`${specifier}/index.ts`, context)
      }
    }
  },
  load(url, context, nextLoad) {
    const attributes = url.endsWith('.json') ? { importAttributes: { type: 'json' } } : {}
    return nextLoad(url, { ...context, ...attributes })
  },
})
