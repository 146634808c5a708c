/** @file Facts, a line each: what it is, and its words. */
import classes from './sealed.module.css'

/** One fact. `isProse` keeps its line breaks. */
export interface Fact {
  label: string
  value: string
  isProse?: boolean
}

/** The lines. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ label, value, isProse = false }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document have only their place.
      <div key={at}>
        <dt>{label}</dt>
        <dd data-prose={isProse} dir="auto">
          {value}
        </dd>
      </div>
    ))}
  </dl>
)
