/**
 * @file Bars on screen. The heavy library behind them is loaded when the first are shown; the numbers stand in the
 * table behind each, so nothing waits for it, and a screen reader reads the table.
 */
import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { useMediaQuery } from '@mantine/hooks'

/** A row of bars: a name, and a length for each series. */
export interface BarRow {
  name: string
  /** By the series' name. Null: there is no bar, as nothing may be said. */
  values: Readonly<Record<string, number | null>>
}

/** What the bars show. */
export interface BarsProps {
  rows: readonly BarRow[]
  /** Names of the series, the one it is about last; two at most. */
  series: readonly string[]
  format: (value: number) => string
}

/** The library reads a name with a dot as a path. */
const keyOf = (at: number): string => `series${at}`
const BAR_PX = 18
const GAP_PX = 22
const colours = ['var(--ink-3)', 'var(--accent)'] as const

/** Lying bars, each with its number. Hidden from screen readers: the table behind them says the same. */
export const Bars = ({ rows, series, format }: BarsProps) => {
  const isNarrow = useMediaQuery('(max-width: 560px)')
  const room = isNarrow ? { name: 84, number: 40 } : { name: 128, number: 64 }
  return (
    <BarChart
      aria-hidden
      h={rows.length * (series.length * BAR_PX + GAP_PX) + GAP_PX}
      data={rows.map(({ name, values }) => ({
        name,
        ...Object.fromEntries(series.map((one, at) => [keyOf(at), values[one] ?? undefined])),
      }))}
      dataKey="name"
      orientation="vertical"
      series={series.map((_, at) => ({
        name: keyOf(at),
        color: colours[at + colours.length - series.length] ?? colours[1],
      }))}
      gridAxis="none"
      tickLine="none"
      withTooltip={false}
      withXAxis={false}
      withBarValueLabel
      accessibilityLayer={false}
      maxBarWidth={BAR_PX}
      minBarSize={1}
      valueFormatter={format}
      textColor="var(--ink)"
      // Mantine hands `barLabelColor` on to the page's own elements, which know no such thing.
      valueLabelProps={{ fontSize: 14, fill: 'var(--ink)' }}
      yAxisProps={{ width: room.name, tick: { fontSize: 14, fill: 'var(--ink)' }, interval: 0 }}
      // Room for the number behind the longest bar.
      barChartProps={{ margin: { right: room.number, left: 0, top: 0, bottom: 0 }, barGap: 2 }}
    />
  )
}
