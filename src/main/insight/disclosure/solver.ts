/** @file The linear solver (HiGHS) behind disclosure control: what somebody who knows some sums can work out. */
import loadHighs, { type Highs, type Model } from 'highs'

/** A sum that is known: of these variables, between these two values, both possible. */
export interface KnownSum {
  of: readonly number[]
  low: number
  high: number
}

/** How far a sum can be told apart, both ends possible, and which known sums did it (indices into them). */
export interface Interval {
  low: number
  high: number
  because: ReadonlySet<number>
  /** Values of all variables at the two ends: each is possible, so they bound other sums too. */
  examples: readonly (readonly number[])[]
}

/** Every variable is a count: nought or more. */
export interface SumsModel {
  /** The least and the most that a sum of variables can be; null when no values fit what is known. */
  interval(of: readonly number[]): Interval | null
}

/** A loaded solver. */
export interface Solver {
  /** Runs `ask` over a model of what is known, whose memory is freed after it. */
  withKnown<T>(variables: number, known: readonly KnownSum[], ask: (model: SumsModel) => T): T
  /**
   * The cheapest choice of nought or one for each variable under which all equations hold exactly.
   *
   * @param equations - sum of weights times choices equals `equals`.
   * @returns null when there is none.
   */
  choose(
    costs: readonly number[],
    equations: readonly { weights: readonly (readonly [number, number])[]; equals: number }[],
  ): number[] | null
}

/** Programs that may be solved for one answer: thirty times what a charter of six reasons needs for a year. */
export const PROGRAMS_MAX = 40_000
/** Longest time for the programs of one model, in seconds; one takes a thousandth. */
const MODEL_SECONDS_MAX = 5
/** Steps of one program, at most. */
const STEPS_MAX = 10_000

/** Thrown when an answer would cost too much: what is not proved is hidden. */
export class SolverLimitError extends Error {
  override readonly name = 'SolverLimitError'
  constructor() {
    super('The proof takes too many programs.')
  }
}

/**
 * The same solver for one answer.
 *
 * @param programsMax - programs it solves in all.
 * @returns a solver that throws `SolverLimitError` at the first one that would be too many.
 */
export const limited = (solver: Solver, programsMax: number): Solver => {
  let left = programsMax
  const spend = (programs: number) => {
    left -= programs
    if (left < 0) throw new SolverLimitError()
  }
  return {
    withKnown: (variables, known, ask) =>
      solver.withKnown(variables, known, (model) =>
        ask({
          interval: (of) => {
            spend(2)
            return model.interval(of)
          },
        }),
      ),
    choose: (costs, equations) => {
      spend(1)
      return solver.choose(costs, equations)
    },
  }
}

/** A count that nobody could take for bounded: far above any that is kept. */
const UNBOUNDED = 1_000_000
/** The solver works in floating point; counts are whole numbers. */
const TOLERANCE = 1e-6

/** Beyond them a model has no answer, which proves nothing. */
const limits = { output_flag: false, time_limit: MODEL_SECONDS_MAX, simplex_iteration_limit: STEPS_MAX }

const sparse = (rows: readonly (readonly (readonly [number, number])[])[], columns: number) => {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length)
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
    values: Float64Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
  }
}

const sumsModel = (highs: Highs, model: Model, variables: number): SumsModel => {
  const { objectiveSense, modelStatus } = highs.constants
  const solve = (sense: 'minimize' | 'maximize') => {
    model.changeObjectiveSense(objectiveSense[sense])
    model.run()
    return model.getModelStatus() === modelStatus.optimal ? model.getSolution() : null
  }
  return {
    interval: (of) => {
      for (const variable of of) model.changeColCost(variable, 1)
      const least = solve('minimize')
      const most = least && solve('maximize')
      for (const variable of of) model.changeColCost(variable, 0)
      if (!least || !most) return null
      const sum = (values: Float64Array) => of.reduce((total, at) => total + (values[at] ?? 0), 0)
      const because = new Set<number>()
      for (const { rowDual } of [least, most]) {
        for (const [row, dual] of rowDual.entries()) if (Math.abs(dual) > TOLERANCE) because.add(row)
      }
      return {
        low: sum(least.colValue),
        high: sum(most.colValue),
        because,
        examples: [least, most].map(({ colValue }) => [...colValue].slice(0, variables)),
      }
    },
  }
}

/** Loads a solver when it is first asked for; null where it cannot be loaded, which is tried again. */
export const loadedOnce = (load: () => Promise<Solver>): (() => Promise<Solver | null>) => {
  let loading: Promise<Solver> | null = null
  return async () => {
    loading ??= load()
    try {
      return await loading
    } catch {
      // Counts that are not proved are hidden, with their own words; the facts are there all the same.
      loading = null
      return null
    }
  }
}

/** Loads the solver: local code in the package, no service. @throws where it cannot be loaded. */
export const loadSolver = async (): Promise<Solver> => {
  const highs = await loadHighs()
  return {
    withKnown: (variables, known, ask) =>
      highs.withModel(
        {
          numCols: variables,
          numRows: known.length,
          colCost: new Float64Array(variables),
          colLower: new Float64Array(variables),
          colUpper: new Float64Array(variables).fill(UNBOUNDED),
          rowLower: Float64Array.from(known.map(({ low }) => low)),
          rowUpper: Float64Array.from(known.map(({ high }) => high)),
          matrix: sparse(
            known.map(({ of }) => of.map((at) => [at, 1] as const)),
            variables,
          ),
        },
        (model) => {
          model.options.set(limits)
          return ask(sumsModel(highs, model, variables))
        },
      ),
    choose: (costs, equations) =>
      highs.withModel(
        {
          numCols: costs.length,
          numRows: equations.length,
          colCost: Float64Array.from(costs),
          colLower: new Float64Array(costs.length),
          colUpper: new Float64Array(costs.length).fill(1),
          rowLower: Float64Array.from(equations.map(({ equals }) => equals)),
          rowUpper: Float64Array.from(equations.map(({ equals }) => equals)),
          matrix: sparse(
            equations.map(({ weights }) => weights),
            costs.length,
          ),
          integrality: costs.map(() => highs.constants.variableType.integer),
        },
        (model) => {
          model.options.set({ ...limits, mip_max_nodes: STEPS_MAX })
          model.run()
          if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
          return [...model.getSolution().colValue].map((value) => Math.round(value))
        },
      ),
  }
}
