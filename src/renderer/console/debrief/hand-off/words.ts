/** @file The words of the hand-off, beside those of the debrief. */
import { registerWords } from '../../words'
import words from '../../words/en/debrief.json'
import handOffWords from '../../words/en/debrief-hand-off.json'

registerWords('debrief', words)
registerWords('debrief', handOffWords)
