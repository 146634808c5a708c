/** @file The window comes up where a person can see and move it, whatever screens are there now. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rounds } from '../../../../tests/fixtures/rounds'
import { USUAL_SIZE, windowShape } from './window-place'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }
const place = (change: object) => ({ x: 60, y: 60, width: 1200, height: 800, isMaximized: false, ...change })

it('is of the usual size where nothing is known, and no larger than the screen', () => {
  expect(windowShape(null, [laptop])).toMatchObject(USUAL_SIZE)
  expect(windowShape(null, [{ x: 0, y: 0, width: 800, height: 600 }])).toMatchObject({
    width: 800,
    height: 600,
    minWidth: 480,
  })
  expect(windowShape(null, [{ x: 0, y: 0, width: 320, height: 240 }])).toMatchObject({
    width: 320,
    height: 240,
    minWidth: 320,
    minHeight: 240,
  })
  expect(windowShape(null, [])).toMatchObject(USUAL_SIZE)
})

it('comes back to a screen that is there, and not to one that is gone', () => {
  const there = place({ x: 1500, isMaximized: true })
  expect(windowShape(there, [laptop, beside])).toMatchObject(there)
  const shape = windowShape(there, [laptop])
  expect(shape).not.toHaveProperty('x')
  expect(shape).toMatchObject({ width: 1200, isMaximized: true })
})

it.each([
  ['above the screen', { y: -900 }],
  ['below it', { y: 2000 }],
  ['with its upper edge under the task bar', { y: 890 }],
  ['left of it but for a sliver', { x: -1190 }],
  ['far away', { x: 100_000, y: -100_000 }],
])('lets the system choose where it was %s', (_, change) => {
  expect(windowShape(place(change), [laptop])).not.toHaveProperty('x')
})

it('whatever was stored and whatever is there: it can be taken hold of, and is no larger than a screen', () => {
  const screens = fc.array(
    fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 320, max: 4000 }),
      height: fc.integer({ min: 240, max: 4000 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  const saved = fc.record({
    x: fc.integer({ min: -100_000, max: 100_000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 1, max: 100_000 }),
    height: fc.integer({ min: 1, max: 100_000 }),
    isMaximized: fc.boolean(),
  })
  fc.assert(
    fc.property(saved, screens, (where, areas) => {
      const { x, y, width, height, minWidth, minHeight } = windowShape(where, areas)
      expect(width).toBeGreaterThanOrEqual(minWidth)
      expect(height).toBeGreaterThanOrEqual(minHeight)
      expect(areas.some((area) => width <= area.width && height <= area.height)).toBe(true)
      if (x === undefined || y === undefined) return
      const isSeen = areas.some(
        (area) =>
          Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= Math.min(160, width) &&
          y >= area.y - 20 &&
          y + 40 <= area.y + area.height,
      )
      expect(isSeen).toBe(true)
    }),
    { numRuns: rounds(300, 10_000) },
  )
})
