/** @file The table of contents of the app: every procedure either side may name. */
import { charterDrafts } from './charter-drafts'
import { charterFiles } from './charter-files'
import { charterVersions } from './charter-versions'
import { charters } from './charters'
import { conduct } from './conduct'
import { debrief } from './debrief'
import { desk } from './desk'
import { device } from './device'
import { duties } from './duties'
import { feedback } from './feedback'
import { insight } from './insight'
import { meeting } from './meeting'
import { ownKeys } from './own-keys'
import { recipients } from './recipients'
import { rehearsal } from './rehearsal'
import { violations } from './report-violations'
import { reporting } from './reporting'
import { rollUp } from './roll-up'
import { sessions } from './sessions'
import { unfinished } from './unfinished-forms'
import { vault } from './vault'
import { wellbeing } from './wellbeing'

export const contract = {
  vault,
  charters: { ...charters, files: charterFiles, drafts: charterDrafts, versions: charterVersions },
  sessions,
  conduct,
  meeting,
  rehearsal,
  debrief: { ...debrief, feedback },
  desk,
  recipients: { ...recipients, own: ownKeys },
  reporting: { ...reporting, violations },
  insight: { ...insight, rollUp },
  device,
  duties,
  unfinished,
  wellbeing,
}
export type Contract = typeof contract
