/**
 * @file Words of ordinary English that people also use as names. Short on purpose: a word on these lists is
 * found less often as a name, and a missed name costs more than a sentence said another way.
 */

const words = (text: string): string[] => text.trim().split(/\s+/)

/**
 * Words without which nothing can be written, and labels that name nobody. Alone they are never taken for a
 * name, and neither is "I", "A" or "O".
 */
export const neverNames: ReadonlySet<string> = new Set(
  words(`
  i a o me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our
  ours ourselves they them their theirs themselves this that these those who whom whose which what
  the an and or nor but so yet if then else than because as of to in on at for from by with without about into
  onto over under up down out off through between before after during since until till again here there where when
  why how not no yes ok okay all any both each few more most other some such own same too very just only also even
  ever never always often still now soon once one two three four five six seven eight nine ten first second last
  next new old
  is am are was were be been being do does did doing done have has had having isn t don doesn didn wasn weren
  aren haven hasn hadn won wouldn couldn shouldn ll re ve s d m
  mr mrs ms mx miss dr sir madam prof rev jr sr
  user users guest guests host member members participant participants facilitator facilitators moderator peer
  peers group person people someone somebody anyone anybody everyone everybody nobody none unknown anonymous anon
  unnamed name names friend room meeting session caller visitor listener jitster fellow
  phone iphone ipad android galaxy pixel samsung huawei xiaomi laptop macbook windows desktop computer tablet
  mobile device com org net www http https gmail hotmail outlook yahoo icloud proton html script
  `),
)

/** Words of two letters without which little can be written. Two letters that are none of these are a name when they are one's. */
export const twoLetterWords: ReadonlySet<string> = new Set(
  words(
    'ad ah ai am an as at be by do eh er ex fa go ha he hi hm id if in is it la lo ma me mm my no of oh ok on or ow ox pa pm re so to tv uh um un up us we wi yo',
  ),
)

/** Words between the parts of a name. Never a name where it has other words. */
export const particles: ReadonlySet<string> = new Set(
  words(
    'da das de del della den der di do dos du e el la las le les lo los san st ten ter van von y zu al ul bin bint ibn abu ben bat',
  ),
)

/** Grammar's own verbs and adverbs: even if somebody writes their name small, the small word stays free. */
export const grammarWords: ReadonlySet<string> = new Set(
  words(`
  will may can might must shall would could should dare need want let make made get got go goes going went come
  came see saw seen say said tell told know knew think thought feel felt like liked love loved look find found give
  gave take took keep kept put set try tried use used ask asked help helped hear heard talk work mean seem well back
  away much many little good bad great sure right left long short big small high low able
  `),
)

/** Ordinary words that are also names or nicknames: found when capitalised, or exactly as the name was shown. */
const nameLike = words(`
  art oak sol sky skye star sun moon rain storm river brook lake ocean sea bay wave reed rose lily iris ivy fern
  ash ashes hazel olive daisy violet poppy heather holly ginger basil sage rosemary clover willow forest wood woods
  stone rock rocky cliff dale glen heath field meadow north east west summer winter autumn spring dawn eve day
  night april june august march may monday friday sunday hope faith grace joy mercy charity patience prudence trust
  honor honour peace serenity harmony felicity happy sunny lucky blessed angel heaven light bright shadow echo
  journey story chance chase hunter fisher baker cook taylor mason carter cooper porter potter parker miller smith
  gardener king queen prince duke earl baron knight bishop pope dean page major bear wolf fox hawk robin jay dove
  raven phoenix tiger lion bunny kitty bee bug fly bird fish cat dog max bill bob rob mark nick jack john josh drew
  grant frank guy miles rich pat sue sandy gene dolly penny ruby pearl jade amber coral crystal diamond gold golden
  silver jewel gem scarlet red blue green black white gray grey brown pink purple cherry apple peach honey candy
  sugar spice coffee tea wine cash bond hall hill park young long short small little rush swift strong wise noble
  free true sweet gentle quiet calm brave bold wild rebel rider walker runner dancer singer dreamer seeker healer
  helper survivor warrior fighter friend mom mum mother dad father sister brother aunt uncle grandma grandpa son
  daughter baby kid girl boy man woman lady wife husband partner parent child love life time home house hand heart
  mind soul spirit body world word words voice way place thing things feeling feelings moment today tonight tomorrow
  week month year morning evening weekend open close closed share shared sharing speak listen listening silence space
  hold holding support circle safe care caring nice kind hello hi hey bye thanks thank please sorry hard easy tired
  comfort blessing gift fortune precious innocent given chip skip royal brand branch banks fields rivers waters stars
  bells church ward case buck bud constant unity justice freedom glory miracle promise treasure desire luz mar paz flor
  esperanza gracia
  dot pen win mat mats rod dick randy coco ire rock mon tell
  alone together better best worse lost found ready late early real whole part full empty end start begin beginning
  `)

/** Every ordinary word that is found as a name only when it is written like one. */
export const commonWords: ReadonlySet<string> = new Set([...grammarWords, ...nameLike])
