/** @file The rehearsal's evening: eight guests with different behaviours. Gentle, believable, nobody real. */
import type { EveningPlan, GuestPlan } from './plan'

const guest = (
  name: string,
  arrivesAtMs: number,
  behaviours: GuestPlan['behaviours'],
  more: Partial<GuestPlan> = {},
): GuestPlan => ({ name, arrivesAtMs, hasMicrophone: true, comesUnmuted: true, behaviours, ...more })

/** The evening that ships. All eight have come within twelve seconds of the start. */
export const evening: EveningPlan = {
  seed: 20_261_121,
  moderator: 'we',
  hasTalk: true,
  floodPerSecond: 0,
  drill: null,
  guests: [
    guest('Juniper', 0, [{ kind: 'unmutesItself', afterMs: 6000 }]),
    guest('Marsh', 900, [{ kind: 'raisesHand', afterMs: 20_000, everyMs: 75_000 }]),
    guest('River K', 2400, [{ kind: 'talksOver' }]),
    guest('Oak', 3900, [
      { kind: 'leavesAndReturns', afterMs: 50_000, awayMs: 18_000 },
      { kind: 'writesToEveryone', afterMs: 24_000, text: 'Hi all. Long day, glad to be here.' },
    ]),
    guest(
      'Wren',
      5400,
      [
        {
          kind: 'writesPrivately',
          afterMs: 12_000,
          text: 'Is it ok if I keep my camera off?',
          answer: 'Thank you. I mostly want to listen today.',
        },
      ],
      { comesUnmuted: false },
    ),
    // Long, with emoji, a right-to-left script and an override: what people really type.
    guest(
      '🌿🌊 שירה \u202eand the very long way home, by way of the harbour 🕯️ (she / they) ✨✨✨',
      7200,
      [],
    ),
    guest('Anon 4', 9000, [{ kind: 'returnsAfterRemoval', awayMs: 8000, times: 3 }], {
      comesUnmuted: false,
    }),
    guest('Sol', 11_200, [{ kind: 'dropsAfterLock', afterMs: 10_000, awayMs: 5000 }]),
  ],
}
