/** @file What the patterns share: expressions over a text as findings. */
import { type Finding, type FindingKind, severityOf } from './finding'

/**
 * Every match of some expressions, as findings of a kind.
 *
 * @param accept - false for a match that is no identifier after all.
 */
export const shapes = (
  text: string,
  kind: FindingKind,
  patterns: readonly RegExp[],
  accept: (match: RegExpMatchArray & { index: number }) => boolean = () => true,
): Finding[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0].trim() !== '' && accept(match))
      .map((match) => ({
        kind,
        severity: severityOf(kind),
        start: match.index + (match[0].length - match[0].trimStart().length),
        end: match.index + match[0].trimEnd().length,
      })),
  )
