/** @file The rehearsal's frame page: the drill that it was served with, or else the evening that ships. */
import { DrillFrame } from '../../contract/drill-plan'
import { runMeetingFrame } from './meeting-frame'
import { evening } from './simulation/evening'
import { drillEvening } from './simulation/plan'

const root = document.getElementById('stage')
const served = document.querySelector('meta[name="drill"]')?.getAttribute('content')
const plan = served ? drillEvening(DrillFrame.parse(JSON.parse(served))) : evening
if (root) runMeetingFrame(plan, root)
