/** @file Bars on paper: drawn by rule from the same numbers, black on white, each with its number in words. */
import type { BarRow } from './Bars'
import classes from './PrintedReport.module.css'

/** Widths in the drawing's own units, of which the sheet's width has 600. */
const NAME = 190
const BAR = 330
const ROW = 20

/** A drawing and, for whoever hears it, what it says. */
export const PaperBars = (props: {
  rows: readonly BarRow[]
  series: string
  format: (value: number) => string
}) => {
  const { rows, series, format } = props
  const drawn = rows.flatMap(({ name, values }) => {
    const value = values[series]
    return typeof value === 'number' ? [{ name, value }] : []
  })
  const most = Math.max(1, ...drawn.map(({ value }) => value))
  if (drawn.length === 0) return null
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 600 ${drawn.length * ROW}`}
      role="img"
      aria-label={drawn.map(({ name, value }) => `${name}: ${format(value)}`).join(', ')}
    >
      {drawn.map(({ name, value }, at) => {
        const width = (value / most) * BAR
        const middle = at * ROW + ROW / 2
        return (
          <g key={name} aria-hidden>
            <text x={NAME - 8} y={middle} textAnchor="end" dominantBaseline="central" fontSize={11}>
              {name}
            </text>
            <rect x={NAME} y={at * ROW + 4} width={Math.max(width, 0.5)} height={ROW - 8} fill="#444" />
            <text x={NAME + width + 6} y={middle} dominantBaseline="central" fontSize={11}>
              {format(value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
