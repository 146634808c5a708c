/** @file The words of drills. */
import { registerWords } from '../words'
import words from '../words/en/rehearsal.json'

registerWords('rehearsal', words)
