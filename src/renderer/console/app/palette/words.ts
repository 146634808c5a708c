/** @file Registers the palette's words; imported by its components for that effect. */
import { registerWords } from '../../words'
import english from '../../words/en/palette.json'

registerWords('palette', english)
