/** @file The words of the desk. */
import { registerWords } from '../words'
import words from '../words/en/desk.json'

registerWords('desk', words)
