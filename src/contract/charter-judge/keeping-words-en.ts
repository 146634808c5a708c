/** @file English words of keeping, recording and telling, as `keeping-words.ts` reads them. */
import type { KeepingWords } from './keeping-shape'

/** Whoever promises: the facilitator, their people, or everybody at once. */
const us = String.raw`\b(i|we|none of us|the (whole )?(group|facilitators?|team|organi[sz]ation|volunteers?|staff|program(me)?|app))\b`
const nobody = String.raw`\b(nobody|no one|no-one|not (a|one) (single )?(soul|person)|no person)\b`
const not = String.raw`(\b(never|not|nothing|nobody|no one|none)\b|n't\b)`
const telling = String.raw`\b(tells?|telling|told|shares?|sharing|repeats?|discloses?|reveals?|reports?|mentions?|pass(es)?|informs?|breathes?|betrays?|breaks?)\b`
const speaking = String.raw`\b((speaks?|talks?|talking|says?|quiet) (a word |anything )?(about|of|to) (it|this|that|you|what|everything|anything|any ?body|anyone|others|outsiders|a soul|people outside)|says? a word)\b`
/** To whom, or what: "we will not tell you what to do" and "we do not speak for others" are none. */
const told = String.raw`\b(any ?body|anyone|a soul|others?|people outside|outside|everyone|everybody|police|what (you|we|they|is|was|people|gets?)|your (story|stories|words?|secrets?|business|trust)|who (was|is|came|comes|you)|(it|this|that|anything|a word)( on| with| to| outside)?|confidentiality|confidence)\b`
/** A few words, none of them a thing that is rightly kept back from others or not given at all. */
const near = String.raw`((?!names?\b|links?\b|advice\b|recordings?\b)[^.;]){0,40}`
const group = String.raw`(this|the|our|these) (rooms?|groups?|circles?|calls?|spaces?|meetings?|walls)`
const whole = String.raw`\b(complete|absolute|total|full?|perfect|entire|utter|one hundred per ?cent|100 ?(%|per ?cent))(ly)?`

export const englishWords: KeepingWords = {
  keepsNothingOfYou: /\bno (list|notes?|names?|attendance)\b|\bnothing (about|of|from) (you|any|people)/,
  keepsMore:
    /\b(keep|save|store|write down|note) (everything|all|a list of|your|who (came|comes|was))\b|\beverything (you|is|that)\b.*\b(kept|saved|stored)\b/,
  keepsOfPeople:
    /\b(keep|kept|saved?|stored?|writ(?:e|ten)|noted?|log(?:ged)?|record(?:ed)?|track(?:ed)?|collect(?:ed)?|register(?:ed)?|made?|make|take|taken)\b/,
  ofPeople:
    /\b(lists? of (who|names|people|every|participants|members)|attendance|notes (are|of|about|on) (taken|you|any|every|each|people|what|the group)|who (came|comes|attend(ed|s)?|was)|what (you|people|anyone|is|was) (say|says|said)|(your|their) (words?|messages?|names?|story|stories))\b/,
  saysNo: /\b(no|not|none|nothing|never|nobody|neither|nor|without|cannot)\b|n't\b/,
  recordsNothing:
    /(\b(never|not|nothing|nobody|no)\b|n't\b)[^.]*\brecord|\brecord(s|ed|ing)?\b[^.]*\b(nothing|never)\b/,
  recordsOthers: /\bmind\b|\bif you\b|\b(share|show|sell|publish)\b[^.]*\brecord/,
  recordsSo:
    /\b(we|i) (do |will |may |also |always |sometimes )?(record|tape|film)\b|\b(we are|i am|is) (recording|filming|taping)\b|\b(feel )?free to (record|tape|film)\b|\bkept on (video|tape|film)\b|\b(is|are|be|gets?) (being |also |all )?(recorded|taped|filmed|transcribed)\b|\b(you|people|members|everyone|everybody|anyone) (may|can|could|are (free|welcome|allowed) to) (also )?(record|tape|film)\b|\b(we|i) (save|keep|store) (the|a|all|every|each) (chats?|recordings?|transcripts?)\b/,
  sweeping: [
    new RegExp(String.raw`${whole} (anonymous|anonymity|secure|security|safe|safety|secret|secrecy)\b`),
    /\b(one hundred per ?cent|100 ?(%|per ?cent)) (confidential|private)\b/,
    /\b(confidentiality|privacy|anonymity|secrecy)\b( \w+)? is (always )?(absolute|total|complete|guaranteed|perfect|full)\b/,
    /\banonymous (to|from|for) (every|any|all|each)/,
    /\bno way\b.*\b(record|listen|hear|trace|find out|leak|copy|identify|know)/,
    /\b(cannot|can't|can never|will never) (get|leak|come) out\b/,
    /\bguarantee[sd]?\b.*\b(priva|confidential|secre|anonym|safe)/,
    /\bpromise[sd]?\b.*\b(secrecy|total|complete)/,
    /\b(no exceptions?|without (any )?exceptions?|no matter what|whatever happens|come what may|under (no|any) circumstances)\b.*\b(stays?|secrets?|keeps?|tells?|shares?|confiden\w*|private|here)\b/,
    /\b(stays?|secrets?|keeps?|tells?|shares?|confiden\w*|private)\b.*\b(no exceptions?|without (any )?exceptions?|no matter what|whatever happens|come what may|under (no|any) circumstances)\b/,
    /\b(protect|guard)s?\b[^.;]*\bsecrets?\b|\bsealed for ?ever\b/,
    /\b(silence|secrecy) is guaranteed\b|\b(total|absolute|complete|perfect) (silence|secrecy)\b/,
    /\b(can|could) never be (discovered|found|traced|known|identified|recorded|read|heard)\b/,
    /\bno(ne of (the|your))? (information|data|details?)\b[^.;]*\b(third part(y|ies)|anyone|anybody|outsiders?)\b/,
    /\bto (my|the|our) graves?\b|\blips are sealed\b|\bcross my heart\b/,
    /\bsecrets? (is|are|stays?) (always )?safe\b|\bkeeps? (all |any |every )?(your|their) secrets?\b/,
    new RegExp(
      String.raw`(${nobody}|\bnot even \w+( \w+)?)( outside| else)?( here)? (can|could|is able to|will be able to) (ever |possibly |secretly )?(record|tape|film|hear|listen|trace|find|leak|copy|screenshot|take (a )?pictures?|identify|eavesdrop|spy)`,
    ),
    /\bimpossible\b.*\b(record|listen|hear|trace|find out|leak|copy|identify|know)/,
    /\b(leaves?|leaving|without) (no|any|a) trace\b|\bno trace\b.*\b(left|remains?)\b/,
    /\b(deleted|erased|wiped|destroyed|gone)( all)? (for ?ever|for good|everywhere|permanently|completely)\b|\b(permanently|completely) (deleted|erased|wiped)\b/,
    /\b(server|platform|zoom|jitsi|company|provider)s? (cannot|can't|can not|never|does not|doesn't|will not|won't) (\w+ )?(hear|see|listen|keep|store|save|record|know|read)/,
  ],
  silent: [
    new RegExp(`${us}[^.,;]*${not}[^.;]*${telling}${near}${told}`),
    new RegExp(`${us}[^.,;]*${not}[^.;]*${speaking}`),
    new RegExp(`\\bnone of us\\b[^.;]*${telling}${near}${told}`),
    /\b(nothing|nobody|no one|not a word)\b[^.;]*\b(is|are|be|gets?) (ever )?(passed on|told|repeated|disclosed|reported|betrayed)\b(?! (to|what|how) (hurt|do|go|leave|share|stay|speak|feel|be))/,
    /\b(i|we)( will|'ll| always| can)* keep (quiet about|(it|this|that|everything|all|anything|whatever)\b[^.;]*\b(secret|to (my|our)sel))/,
    new RegExp(
      String.raw`${us}[^.,;]*\bnever (call|contact|alert|involve|notify) (any|the police|police|an ambulance|your|help)`,
    ),
    /\b(will|shall) always (remain|stay|be) (so|private|confidential|secret)\b/,
    /\bbetween you and me\b|\bkeep quiet about\b/,
    /\bnot even (my|our|the) \w+( \w+)? (hears?|knows?|learns?|finds? out)\b/,
    new RegExp(
      String.raw`${us}[^.;]*\b(tells?|telling|shares?|repeats?|speaks?|talks?|reports?)\b[^.;]{0,20} ?${nobody}`,
    ),
    new RegExp(
      String.raw`${nobody}( outside( \w+){0,2}| else)?( here)?( will| would| is going to| is ever going to|'ll)? ?(ever )?(knows?|hears?|learns?|finds? out|find out|be told|gets? to know|tells?|repeats?|(is|are) told)\b(?! (you|to|what|how)\b)`,
    ),
    new RegExp(
      String.raw`\b(nothing|not a word|no word|not one word)\b[^.;]*\b(leaves?|leaving|goes|go|gets?|passes|pass)\b[^.;]*\b(${group}|outside|out|beyond|further|anywhere)\b`,
    ),
    new RegExp(String.raw`\bnever (leaves?|goes|gets) (out of |outside |beyond )?${group}`),
    /\bgoes no (further|farther)\b/,
    new RegExp(`${whole} (confidential|private|confidentiality|privacy)\\b`),
    /\b(stays?|remains?) (here|in (the|this|our) (group|room))\b.*\bwhatever (you|anyone|anybody)\b/,
    /\b(strict(ly)?|utmost|always|forever) (confidential|private|confidentiality|privacy)\b|\bconfidential\b.*\b(always|for ?ever)\b/,
    /\b(stays?|remains?|kept|keep)\b.*\b(between us|secret|to ourselves|to myself)\b.*\b(always|for ?ever)\b/,
  ],
  staying: [
    /\b(everything|anything|whatever|all( that)?|every word)\b[^.;]*\b(stays?|remains?|(is|will be|be) (kept )?)\b ?[^.;]*\b(secret|between us|in this (room|group)|here|confidential|private|with (me|us))\b/,
    /\b(is|stays|remains) (a )?secrets?\b/,
  ],
  limit:
    /\bunless\b|\bexcept(ing)?\b(?! no)|\b(there (is|are)|with|its|the) (a |one |some |the )?limits?\b|\bonly (if|when|where)\b|(?<!\beven )\bif (a |the |any |some|somebody|someone|you|there|another|I|we)[^.;]*\b(danger|harm(ed)?|risk|safe|at stake|law|abused?)\b|\b(the )?law (may |can )?(asks?|requires?|demands?|says)\b|\b(have|need|must|may have) to (report|pass|tell|act|call)\b|\bcall for help\b|\btelling somebody outside\b/,
  disclaims:
    /^(i|we) (never|do not|don't) (write|note|jot) down (what|who|how) (people|you|they|anyone|anybody|others) \w+( (to )?(me|us))?( (here|in (this|the|our) (group|room)))?[.!]?$|\b(cannot|can't|can not|not able to|unable to|no one can|nobody can|never|don't|do not|won't|will not) (\w+ )?(promise|guarantee|be sure|stop|know whether|make sure|assure)\b|\bnot (\w+ )?(completely|fully|totally|entirely|absolutely|100)\b|\bplease (?!know|be sure|be assured|trust|remember|rest|believe)|^(tell|repeat|share|(do not|don't|never) (tell|repeat|share|record|pass|say|talk|speak|save|take|make))\b|\bmake sure\b|\b(i|we) ask (you|every|all|each|that)|\bas far as\b|\bi(f| reminded| will remind)\b (anyone|any ?body|somebody|someone|everyone) /,
}
