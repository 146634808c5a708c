/** @file Registers the words of groups and sessions; imported by each of their pages for that effect. */
import { registerWords } from '../words'
import english from '../words/en/sessions.json'

registerWords('sessions', english)
