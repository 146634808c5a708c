/** @file Registers the live room's words; imported by its components for that effect. */
import { registerWords } from '../words'
import english from '../words/en/meeting.json'

registerWords('meeting', english)
