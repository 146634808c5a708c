/** @file Registers conduct's words; imported by each of its components for that effect. */
import { registerWords } from '../words'
import english from '../words/en/conduct.json'

registerWords('conduct', english)
