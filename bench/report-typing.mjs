/**
 * @file The mandated report by keyboard alone: how many keys each of three invented reports takes beside the letters of its
 * own words, and what is still open at the end, that a hotline would ask.
 */
import { goTo } from '../tests/fixtures/steps.ts'
import { countedKeys } from './counted-keys.mjs'
import { reportCases } from './report-cases.mjs'
import { row } from './statistics.mjs'

/** Keys a minute of somebody who types with care, in distress: half of a usual 40 words of five letters. */
const KEYS_PER_MINUTE = 100
/** Our default: reaching and choosing may take twice what the words themselves do. */
const KEYS_TO_LETTERS_MAX = 3
/** More stops of the Tab key than the form has. */
const STOPS_MAX = 400
/** Answers that stand in a tick beside the question. */
const ticks = ['Unknown', 'None', 'Would not say']

/** What has the focus: its own name, and the name of its group. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const named = (one) =>
      (one.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim()
    const group = element.closest('[role=radiogroup], [role=group], fieldset')
    return {
      kind: element.type ?? element.tagName,
      name:
        element.getAttribute('aria-label') ??
        element.labels?.[0]?.textContent.trim() ??
        (named(element) || element.textContent.trim()),
      group: group === null ? '' : (group.querySelector('legend')?.textContent ?? named(group)).trim(),
    }
  })

/** Types one report. @returns keys pressed, letters of its words, and the questions still open. */
const typeReport = async (page, { steps }) => {
  const { counts, press, type, tabTo } = countedKeys(page, focused, STOPS_MAX, 'type')
  const choose = async (question, option) => {
    await tabTo(question, ({ kind, group }) => kind === 'radio' && group === question)
    await press('Space')
    while ((await focused(page)).name !== option) await press('ArrowDown')
  }

  for (const step of steps) {
    if (!Array.isArray(step)) {
      await tabTo(step.press, ({ kind, name }) => kind === 'button' && name === step.press)
      await press('Enter')
      continue
    }
    const [question, answer] = step
    if (answer === true) {
      await tabTo(question, ({ kind, name }) => kind === 'checkbox' && name === question)
      await press('Space')
    } else if (Array.isArray(answer)) {
      for (const option of answer) {
        await tabTo(
          option,
          ({ kind, name, group }) => kind === 'checkbox' && name === option && group === question,
        )
        await press('Space')
      }
    } else {
      const here = await tabTo(
        question,
        ({ kind, name, group }) =>
          (kind === 'radio' && group === question) ||
          (name === question && !['radio', 'checkbox', 'button'].includes(kind)) ||
          (ticks.includes(answer) && name === `${answer}: ${question}`),
      )
      if (here.kind === 'radio') await choose(question, answer)
      else if (ticks.includes(answer)) {
        await tabTo(`${answer}: ${question}`, ({ name }) => name === `${answer}: ${question}`)
        await press('Space')
      } else await type(answer)
    }
  }
  // The list is made anew once what was typed is stored.
  await page
    .getByRole('status')
    .filter({ hasText: /kept at/ })
    .waitFor()
  const open = await page.getByRole('region', { name: 'Still open' }).getByRole('button').allInnerTexts()
  return { ...counts, open }
}

/**
 * A row for each report: keys pressed beside the letters of its words. Prints what is still open, and the minutes.
 *
 * @param page - a console with an open vault, on any page.
 */
export const reportTypingRows = async (page) => {
  const rows = []
  for (const report of reportCases) {
    await goTo(page, 'Reports')
    await page.getByRole('button', { name: 'New report' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Report', exact: true }).waitFor()
    const { keys, letters, open } = await typeReport(page, report)
    console.log(
      `Report about ${report.about}: ${keys} keys, ${Math.round(keys / KEYS_PER_MINUTE)} minutes at ${KEYS_PER_MINUTE} keys a minute. Still open: ${open.join(' | ') || 'nothing'}`,
    )
    rows.push(
      row(
        `report about ${report.about}: keys pressed vs letters of its words`,
        'keys',
        letters,
        keys,
        KEYS_TO_LETTERS_MAX,
      ),
    )
  }
  return rows
}
