/** @file The words of charter files. */
import { registerWords } from '../../words'
import words from '../../words/en/charter-files.json'
import charterWords from '../../words/en/charters.json'

registerWords('charters', charterWords)
registerWords('charterFiles', words)
