/** @file Registers the words of wellbeing; imported by each of its components for that effect. */
import { registerWords } from '../words'
import english from '../words/en/wellbeing.json'

registerWords('wellbeing', english)
