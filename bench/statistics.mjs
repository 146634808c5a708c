/** @file The few statistics the benches print. */

/** The value at a quantile (0..1) of unsorted numbers, by nearest rank. */
export const quantile = (values, at) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))]
}

/** The median. */
export const median = (values) => quantile(values, 0.5)

/**
 * One row of the table.
 *
 * @param what - what was measured, in words.
 * @param baseline - of the same run, same unit.
 * @param measured - same unit.
 * @param bar - largest ratio that meets the design's bar.
 */
export const row = (what, unit, baseline, measured, bar) => ({
  what,
  unit,
  baseline,
  measured,
  ratio: measured / baseline,
  bar,
  isWithin: measured / baseline <= bar,
})

/** The rows as a Markdown table. */
export const table = (rows) =>
  [
    '| what | unit | baseline | measured | ratio | bar | within |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      (r) =>
        `| ${r.what} | ${r.unit} | ${r.baseline.toFixed(r.unit === 'µs' || r.unit === 'ms' ? 0 : 1)} | ${r.measured.toFixed(r.unit === 'µs' || r.unit === 'ms' ? 0 : 1)} | ${r.ratio.toFixed(2)} | ${r.bar} | ${r.isWithin ? 'yes' : 'NO'} |`,
    ),
  ].join('\n')
