/** @file Registers the duties' words; imported by each of its components for that effect. */
import { registerWords } from '../words'
import english from '../words/en/duties.json'

registerWords('duties', english)
