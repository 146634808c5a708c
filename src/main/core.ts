/** @file The composition root: the vault and the domains over one host. Knows no shell. */
import { join } from 'node:path'
import { chartersRouter } from './charters/router'
import {
  charterDraftsKept,
  charterReadingsKept,
  chosenCharterKept,
  createCharters,
  takenChartersKept,
} from './charters/service'
import { conductRouter } from './conduct/router'
import {
  countersKept,
  createConduct,
  crisisSettingsKept,
  interventionMeasures,
  isTickedBefore,
  TICK_TABLES,
} from './conduct/service'
import { debriefRouter } from './debrief/router'
import {
  createDebrief,
  createFeedback,
  createHandOff,
  debriefsKept,
  feedbackKept,
  handOffsKept,
} from './debrief/service'
import { deskRouter } from './desk/router'
import { createDesk, isLessonThere, lessonsKept, receivedKept } from './desk/service'
import { deviceRouter } from './device/router'
import { createDevice } from './device/service'
import { dutiesRouter } from './duties/router'
import { createDuties, dutiesKept, isDutyThere } from './duties/service'
import type { Host } from './host'
import { insightRouter } from './insight/router'
import {
  bundlesKept,
  closesForgotten,
  createInsight,
  createRollUp,
  leftBefore,
  releasesKept,
  sentBundlesKept,
  toldKept,
} from './insight/service'
import { keptTogether } from './kept-together'
import { meetingRouter } from './meeting/router'
import { createMeeting, forgetRoom, ROOM_TABLES } from './meeting/service'
import { recipientsRouter } from './recipients/router'
import {
  createOwnKeys,
  createRecipients,
  foundRecipient,
  ownKeysKept,
  recipientsKept,
  sealTextTo,
} from './recipients/service'
import { rehearsalRouter } from './rehearsal/router'
import { createRehearsal } from './rehearsal/service'
import { reportingRouter } from './reporting/router'
import {
  createReporting,
  createViolations,
  decisionsKept,
  isSealedReport,
  receiptsKept,
  reportsKept,
  sealContext,
  violationsKept,
} from './reporting/service'
import { sessionsRouter } from './sessions/router'
import { createSessions, groupsKept, isGroupThere, sessionMeasures, sessionsKept } from './sessions/service'
import { unfinishedRouter } from './unfinished/router'
import { createUnfinished, unfinishedKept, withForm } from './unfinished/service'
import type { KeptKindDescriptor } from './vault/kept-kind'
import { createVaultRouter } from './vault/router'
import { createVault, type VaultOptions } from './vault/service'
import { wellbeingRouter } from './wellbeing/router'
import { createWellbeing, wellbeingKept } from './wellbeing/service'

/**
 * Puts the app together. Nothing is read or written before a procedure asks for it.
 *
 * @param cost - what deriving a new vault's key costs; said by tests alone. No shell has a word for it.
 * @returns `router`, which answers the whole contract and needs an empty context (`{ context: {} }`); `close`,
 *   which stops serving the room page and locks the vault for good; `vault`, for the shells and tests that
 *   must lock it or look at it.
 */
export const createCore = (host: Host, cost: Pick<VaultOptions, 'kdf'> = {}) => {
  const kinds = (): readonly KeptKindDescriptor[] => [
    withForm(groupsKept(noteForgotten), 'group'),
    sessionsKept([...TICK_TABLES, ...ROOM_TABLES], noteForgotten),
    debriefsKept(),
    handOffsKept(),
    feedbackKept(),
    ownKeysKept(),
    receivedKept(),
    withForm(lessonsKept(), 'lesson'),
    wellbeingKept(),
    withForm(reportsKept({ clock, context: sealContext(charters) }), 'handOver'),
    receiptsKept(),
    decisionsKept(),
    violationsKept(),
    countersKept(charters),
    keptTogether('exports', [releasesKept(), sentBundlesKept(), toldKept()]),
    bundlesKept(),
    withForm(dutiesKept(), 'duty'),
    unfinishedKept(),
    keptTogether('settings', [
      chosenCharterKept(charters),
      charterReadingsKept(charters),
      takenChartersKept(charters, isInSession),
      charterDraftsKept(),
      crisisSettingsKept(),
      recipientsKept(),
    ]),
  ]
  const vaultService = createVault({ host, migrationsDir: host.migrationsDir, kinds, ...cost })
  const { clock } = host
  const vault = vaultService.access
  const isInSession = (): boolean => sessions.active() !== null
  const charters = createCharters({
    vault,
    clock,
    folder: join(host.resourcesDir, 'charters'),
    oursPath: join(host.resourcesDir, 'composer', 'our-defaults.json'),
    isInSession,
  })
  const sessions = createSessions({ vault, clock, charters, whenClosed: forgetRoom, isTickedBefore })
  const conduct = createConduct({
    vault,
    clock,
    charters,
    sessions,
    folder: join(host.resourcesDir, 'crisis'),
  })
  const ownKeys = createOwnKeys({ vault, clock })
  const work = sessionMeasures(charters)
  const acts = interventionMeasures(charters)
  const left = leftBefore(vaultService.forgottenByHand)
  const noteForgotten = closesForgotten({ vault, clock, work })

  const router = {
    vault: createVaultRouter(vaultService),
    charters: chartersRouter(charters),
    sessions: sessionsRouter(sessions),
    conduct: conductRouter(conduct),
    meeting: meetingRouter(createMeeting({ vault, clock, sessions, rooms: host.rooms, wayTo: host.wayTo })),
    rehearsal: rehearsalRouter(
      createRehearsal({
        vault,
        sessions,
        rooms: host.rooms,
        folder: join(host.resourcesDir, 'rehearsal'),
        askedDrillId: host.askedDrillId ?? null,
      }),
    ),
    debrief: debriefRouter(
      createDebrief({ vault, clock, charters }),
      createHandOff({ vault, clock, charters, ownKeys }),
      createFeedback({ vault, clock, ownKeys }),
    ),
    desk: deskRouter(createDesk({ vault, clock, ownKeys, forgotten: vaultService.forgottenByHand })),
    recipients: recipientsRouter(createRecipients({ vault, clock }), ownKeys),
    reporting: reportingRouter(
      createReporting({ vault, clock, charters }),
      createViolations({ vault, clock, charters }),
    ),
    duties: dutiesRouter(createDuties({ vault, clock, sessions })),
    unfinished: unfinishedRouter(
      createUnfinished({
        vault,
        clock,
        isThere: {
          handOver: isSealedReport,
          group: isGroupThere,
          contacts: () => true,
          recipientKey: () => true,
          duty: isDutyThere,
          lesson: isLessonThere,
        },
      }),
    ),
    insight: insightRouter(
      createInsight({ vault, clock, work, acts, left, settle: () => sessions.settle() }),
      createRollUp({
        vault,
        clock,
        work,
        acts,
        left,
        settle: () => sessions.settle(),
        seals: { recipient: foundRecipient, seal: sealTextTo, open: (file) => ownKeys.open(file) },
      }),
    ),
    wellbeing: wellbeingRouter(createWellbeing({ vault, clock })),
    device: deviceRouter(createDevice(host)),
  }
  return {
    router,
    vault: vaultService,
    close: (): void => {
      host.rooms.close()
      vaultService.close()
    },
  }
}

/** What a shell holds of the app. */
export type Core = ReturnType<typeof createCore>
