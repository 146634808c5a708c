/** @file A session with PostgreSQL through its own client, psql: statements in, one JSON value out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'

/** An open session. */
export interface Psql {
  /** Runs statements that answer nothing. @throws Error with psql's words */
  run(statements: string): Promise<void>
  /** Rows of one statement. @throws Error with psql's words */
  rows(statement: string): Promise<unknown>
  close(): Promise<void>
}

/** A text in a statement. Standard strings: nothing but its own mark means anything in it. */
export const quoted = (text: string): string => {
  if (text.includes('\0')) throw new RangeError('A text of PostgreSQL has no such character.')
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Opens a session.
 *
 * @param database - as `psql -d` takes it. A password belongs into `PGPASSFILE`, not here.
 */
export const openPsql = (database: string, program = 'psql'): Psql => {
  // Nobody's own settings, no page at a time, no question for a password, and an end at the first error, which is told
  // without the row or the statement that it is about: these are one facilitator's numbers.
  const quiet = ['-X', '-q', '-A', '-t', '-w']
  const errors = ['-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=terse', '-v', 'SHOW_CONTEXT=never']
  const words = [...quiet, ...errors, '-d', database, '-f', '-']
  const child: ChildProcessWithoutNullStreams = spawn(program, words, {
    // In seconds, where nobody has chosen otherwise: without it psql waits for a silent server for ever.
    env: {
      PGCONNECT_TIMEOUT: '30',
      ...process.env,
      PGCLIENTENCODING: 'UTF8',
      PGOPTIONS: '-c standard_conforming_strings=on',
    },
  })
  let out = ''
  let complaints = ''
  let isOver = false
  let waiting: { mark: string; resolve: (said: string) => void; reject: (error: Error) => void } | null = null
  const over = () => {
    isOver = true
    waiting?.reject(new Error(complaints.trim() || 'The session with PostgreSQL ended.'))
    waiting = null
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    const at = waiting ? out.indexOf(`${waiting.mark}\n`) : -1
    if (!waiting || at < 0) return
    const said = out.slice(0, at)
    out = ''
    const { resolve } = waiting
    waiting = null
    resolve(said)
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk
  })
  child.on('error', (error) => {
    complaints += error.message
    over()
  })
  child.on('close', over)
  child.stdin.on('error', () => {})
  const ask = (statements: string): Promise<string> =>
    new Promise((resolve, reject) => {
      if (isOver) return reject(new Error(complaints.trim() || 'The session with PostgreSQL ended.'))
      const mark = randomUUID()
      waiting = { mark, resolve, reject }
      child.stdin.write(`${statements}\n;\n\\echo ${mark}\n`)
    })
  return {
    run: async (statements) => {
      await ask(statements)
    },
    rows: async (statement) =>
      JSON.parse(
        await ask(`SELECT coalesce(json_agg(answer), '[]') FROM (${statement}) AS answer`),
      ) as unknown,
    close: () =>
      new Promise((resolve) => {
        if (isOver) return resolve()
        child.once('close', () => resolve())
        child.stdin.end()
      }),
  }
}
