/** @file Finds addresses of mail and web, and names on platforms. */
import { LinkifyIt } from 'linkify-it'
import { twoLetterWords } from './common-words'
import type { Finding, FindingKind } from './finding'
import { fold } from './fold'
import { isOrdinary } from './ordinary-words'
import { shapes } from './shapes'
import { isOrdinarySpanish } from './spanish-words'

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true })

/** "I felt calm.So did they", "ok.so": a full stop without its space, not an address. */
const isMissingSpace = (raw: string): boolean => {
  if (/\.\p{Lu}/u.test(raw)) return true
  const [, before = '', after = ''] = /^(\p{L}+)\.(\p{L}+)$/u.exec(raw) ?? []
  const word = before.toLowerCase()
  return (
    isOrdinary(word, false) &&
    (twoLetterWords.has(after) ||
      (after !== 'com' && after.length > 2 && isOrdinary(after, false) && after !== 'org' && after !== 'net'))
  )
}

const linked = (text: string): Finding[] =>
  (linkify.match(text) ?? []).flatMap((match): Finding[] => {
    const kind: FindingKind = match.schema === 'mailto:' ? 'email' : 'url'
    if (kind === 'url' && match.schema === '' && isMissingSpace(match.raw)) return []
    return [{ kind, start: match.index, end: match.lastIndex, severity: 'warns' }]
  })

/** Begins where a word does, so that a long run is walked once. */
const local = String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}`
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,62}`
/** "dot" said aloud, in English and in languages nearby. */
const dotWord = '(?:dot|punto|point|punkt|ponto)'
const openBracket = String.raw`[([{<]\s?`
const closeBracket = String.raw`\s?[)\]}>]`
const anyDot = String.raw`(?:\.|\s${dotWord}\s|\s?${openBracket}(?:\.|${dotWord})${closeBracket}\s?)`
const saidDot = String.raw`(?:\s${dotWord}\s|\s?${openBracket}(?:\.|${dotWord})${closeBracket}\s?)`
const emails = [
  // With its sign, spaces around it or not, in any letters.
  new RegExp(String.raw`${local}\s?@\s?${label}(?:\.${label})*\.\p{L}{2,}`, 'giu'),
  // The same with its points apart: "lena @ example . com".
  new RegExp(String.raw`${local}\s?@\s?${label}(?:\s\.\s${label}){0,3}\s\.\s\p{L}{2,}`, 'giu'),
  // "sam dot t at gmail dot com": without a sign, at least one dot has to be said.
  new RegExp(
    String.raw`${local}(?:${saidDot}${label}){0,3}\s(?:at|arroba|chez)\s${label}(?:${saidDot}\p{L}{2,})+(?!\p{L})`,
    'giu',
  ),
  // "sam.t (at) gmail.com".
  new RegExp(
    String.raw`${local}(?:${saidDot}${label}){0,3}\s?${openBracket}(?:at|arroba|@|a)${closeBracket}\s?${label}(?:${anyDot}\p{L}{2,})+(?!\p{L})`,
    'giu',
  ),
]

/** "imani at gmail": a provider is enough behind what is no word. */
const atProvider = [
  new RegExp(
    String.raw`${local}\s(?:at|arroba|@)\s?(?:gmail|g\smail|googlemail|hotmail|outlook|yahoo|icloud|proton|protonmail|gmx|aol|yandex|qq|naver)(?![\p{L}\p{N}])`,
    'giu',
  ),
]
const isNoWord = (match: string): boolean => {
  const name = fold(/^\S+/u.exec(match)?.[0] ?? '')
  return !isOrdinary(name, false) && !isOrdinarySpanish(name)
}

/** Addresses of the web in disguise: said aloud, or with a letter changed so that nobody clicks them; "a punto de" is none. */
const sites = [
  /\bhxxps?:\/\/\S{3,100}/giu,
  new RegExp(
    String.raw`(?<![\p{L}\p{N}-])${label}(?:\sdot\s${label}){0,3}\s(?:dot\s(?:com|org|net|io|info|co|uk|ie|es|eu|de|fr|mx|us|au|ca)|punto\s(?:com|org|net|io|info|mx|uk|eu|us))(?![\p{L}\p{N}])`,
    'giu',
  ),
]

const platform =
  '(?:discord|instagram|insta|ig|snapchat|snap|telegram|tg|whatsapp|wa|tiktok|twitter|reddit|skype|xbox|psn|steam|signal|facebook|fb|messenger|bluesky|bsky|mastodon|threads|venmo|cashapp|cash app|paypal|zelle|twitch|youtube|linkedin|kik|wechat|line|onlyfans|roblox|fortnite|tumblr|pinterest|substack|patreon|github)'
const account = '(?:name|handle|id|user|username|user name|account|profile|page|usuario|cuenta)'
/** What cannot be an ordinary word: a digit, a dot or a line inside. */
const odd = String.raw`(?=[\p{L}\p{N}_.-]*[\d_.-])@?[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,30}[\p{L}\p{N}_]`
const any = String.raw`@?[\p{L}\p{N}_][\p{L}\p{N}_.#-]{1,31}`
const handles = [
  /(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,30}[\p{L}\p{N}_])?/gu,
  /(?<![\p{L}\p{N}_/])\/?u\/[A-Za-z0-9_-]{2,30}/gu,
  /(?<![\p{L}\p{N}_/])\/?r\/[A-Za-z0-9_]{3,30}/gu,
  new RegExp(
    String.raw`\b(?:snap|dm|add|find|follow|message)\s+(?:me|her|him|them)\s+(?:at|on|as)\s+${odd}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:on|en)\s+${platform}[,\s]+(?:i['’]?m|i\s+am|soy|es|est[aá]|me\s+llam[oa]n?|se\s+llama|aparece\s+como)\s+${odd}`,
    'giu',
  ),
  /(?<![\p{L}\p{N}_#])[\p{L}\p{N}_.]{2,32}#\d{4}(?!\d)/gu,
  /(?<![\p{L}\p{N}$])\$[A-Za-z][\w-]{2,20}/gu,
  new RegExp(String.raw`\b${platform}(?:\s+${account})?(?:\s+(?:is|was|es)\s+|\s*[:=]\s*)${any}`, 'giu'),
  new RegExp(String.raw`\b${platform}\s+${account}\s+${any}`, 'giu'),
  new RegExp(
    String.raw`\b(?:user\s?name|screen\s?name|handle|gamer\s?tag|usuario)(?:\s+(?:is|was|es|era)\s+|\s*[:=]\s*|\s+)${odd}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:on|en)\s+${platform}[,\s]+(?:s?he|they|it)(?:['’](?:s|re)|\s+(?:is|are|was|goes by))\s+${odd}`,
    'giu',
  ),
  new RegExp(String.raw`\b${platform}\s+${odd}`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}_.-])${odd}\s+(?:on|en|at|over on)\s+${platform}\b`, 'giu'),
  new RegExp(
    String.raw`\b(?:on|en)\s+${platform}\s+(?:as|under|by|como)\s+(?:${odd}|\p{Lu}[\p{L}\p{N}_.-]+(?:\s\p{Lu}[\p{L}\p{N}_.-]+){0,3})`,
    'gu',
  ),
]
const isNoPlatformWord = (match: string): boolean =>
  // "the line is busy", "steam is up": the platform's name is a word, and so is what follows.
  /^(?:line|steam|signal|snap|threads|messenger|kik|wa|page)\b/i.test(match) &&
  !/[\d_.#@]|username|handle|account/.test(match)

/** Addresses of mail and web, and handles. */
export const findLinks = (text: string): Finding[] => [
  ...(/[.@:]/.test(text) ? linked(text) : []),
  ...(/@|\b(?:at|arroba|chez)\b|[([{<]/i.test(text) ? shapes(text, 'email', emails) : []),
  ...shapes(text, 'email', atProvider, ([match]) => isNoWord(match)),
  ...shapes(text, 'url', sites),
  ...shapes(
    text,
    'handle',
    handles,
    ([match]) =>
      !isNoPlatformWord(match) &&
      !/\b(?:is|was)\s+(?:not|a|an|the|so|too|very|where|how|what|on|off|down|full|my|good|bad|great|fine|for|in|up)$/i.test(
        match,
      ),
  ),
]
