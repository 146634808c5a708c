/** @file A line that died is doubted within seconds; a silent room, a lost question and an unreachable server are not. */
import { describe, expect, it } from 'vitest'
import { holdClock } from '../guard/held-clock'
import { type Answer, ASK_EVERY_MS, createLineWatch, DOUBT_LASTS_MS } from './line-watch'
import { settled } from './stand-in-evening'

const made = () => {
  const clock = holdClock()
  let answer: Answer = 'answered'
  let asked = 0
  const watch = createLineWatch({
    clock,
    ask: async () => {
      asked += 1
      return answer
    },
    onChange: () => undefined,
  })
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1000)
      await settled()
    }
  }
  const setAnswer = (next: Answer): void => {
    answer = next
  }
  return { clock, watch, pass, asked: () => asked, setAnswer }
}

const started = async () => {
  const one = made()
  one.watch.start()
  await settled()
  return one
}

describe('the line to the meeting', () => {
  it('is not doubted in a silent room, for as long as the server answers', async () => {
    const { watch, pass } = await started()
    await pass(600)
    expect(watch.doubtedSinceMs()).toBeNull()
  })

  it('is doubted once the server leaves two questions unanswered, since it was heard last', async () => {
    const { clock, watch, pass, setAnswer } = await started()
    await pass(60)
    const lastMs = clock.nowMs()
    setAnswer('unanswered')
    await pass(ASK_EVERY_MS / 1000 + 1)
    expect(watch.doubtedSinceMs()).toBe(lastMs)
  })

  it('is not doubted for one question that was lost', async () => {
    const { watch, pass, setAnswer, asked } = await started()
    setAnswer('unanswered')
    const before = asked()
    while (asked() === before) await pass(1)
    setAnswer('answered')
    await pass(60)
    expect(watch.doubtedSinceMs()).toBeNull()
  })

  it('is asked again at once after one lost question, and no oftener than always where it cannot be asked then', async () => {
    const { pass, setAnswer, asked } = await started()
    setAnswer('unanswered')
    const before = asked()
    while (asked() === before) await pass(1)
    setAnswer('notKnown')
    const then = asked()
    await pass(60)
    expect(asked() - then).toBeLessThanOrEqual(60_000 / ASK_EVERY_MS + 1)
  })

  it('is never doubted by a server that never answered us, or that could not be asked', async () => {
    for (const answer of ['unanswered', 'notKnown'] as const) {
      const { watch, pass, setAnswer } = made()
      setAnswer(answer)
      watch.start()
      await pass(120)
      expect(watch.doubtedSinceMs()).toBeNull()
    }
  })

  it('is doubted at once where this computer is on no network', async () => {
    const { clock, watch } = await started()
    watch.setOffline(true)
    expect(watch.doubtedSinceMs()).toBe(clock.nowMs())
  })

  it('stays doubted until news of the room comes, or the frame would have found out', async () => {
    const news = await started()
    news.watch.setOffline(true)
    news.watch.heardNews()
    expect(news.watch.doubtedSinceMs()).not.toBeNull()
    news.watch.setOffline(false)
    await news.pass(DOUBT_LASTS_MS / 1000 - 1)
    expect(news.watch.doubtedSinceMs()).not.toBeNull()
    news.watch.heardNews()
    expect(news.watch.doubtedSinceMs()).toBeNull()

    const silent = await started()
    silent.watch.setOffline(true)
    silent.watch.setOffline(false)
    await silent.pass(DOUBT_LASTS_MS / 1000)
    expect(silent.watch.doubtedSinceMs()).toBeNull()
  })

  it('is begun again by a second trouble', async () => {
    const { watch, pass } = await started()
    watch.setOffline(true)
    watch.setOffline(false)
    await pass(30)
    watch.setOffline(true)
    await pass(DOUBT_LASTS_MS / 1000)
    expect(watch.doubtedSinceMs()).not.toBeNull()
  })

  it('says nothing outside, and asks nothing more', async () => {
    const { watch, pass, asked } = await started()
    watch.setOffline(true)
    watch.stop()
    expect(watch.doubtedSinceMs()).toBeNull()
    const before = asked()
    await pass(60)
    expect(asked()).toBe(before)
  })
})
