/** @file The rehearsal's frame page: the evening that ships. */
import { runMeetingFrame } from './meeting-frame'
import { evening } from './simulation/evening'

const root = document.getElementById('stage')
if (root) runMeetingFrame(evening, root)
