/** @file Finds numbers that stand for one person: national numbers, plates, files, cards. By their shape, or by what is said before them. */
import type { Finding } from './finding'
import { shapes } from './shapes'

const sign = String.raw`(?=[\p{L}\d-]{0,19}\d)[\p{L}\d][\p{L}\d/-]{2,19}`
const labels =
  "(?:badge|case|inmate|docket|policy|member(?:ship)?|patient|passport|account|medicaid|medicare|medical record|mrn|record|file|licen[cs]e|driver['’]?s? licen[cs]e|client|student|employee|prisoner|offender|booking|claim|visa|green card|social security|ssn|social|last four(?: digits)?(?: of (?:my|his|her|their|the) (?:social|ssn|card|account))?|sort[ -]?code|ppsn?|insurance|health card|nhs|ni|national insurance|tax|vat|dni|nie|nif|curp|rfc|cpf|matr[ií]cula|expediente|pasaporte|seguridad social|tfn|tax file|sin|social insurance|nss|afiliación|afiliado|seguro social|tarjeta sanitaria|clave de elector|cédula|sozialversicherungsnummer|versicherungsnummer|steuer-?id|sécurité sociale|codice fiscale|cpr|personnummer|bsn|pesel|crime|incident|referral|hospital|service|legajo|folio|póliza|historia clínica|recluso|recibo)"
const shapesOfNumbers = [
  // United States: social security number, or an ITIN.
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu,
  /(?<![\d.-])\d{3}\.\d{2}\.\d{4}(?![\d.-])/gu,
  // Ireland: the PPS number.
  /(?<![\p{L}\d])\d{7}[A-W][ABHTWX]?(?![\p{L}\d])/gu,
  // United Kingdom: national insurance.
  /(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])QQ\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![\p{L}\d])/giu,
  // Spain: DNI, NIE. Mexico: CURP, and a person's RFC, whose six digits are a birth. Brazil: CPF. Italy: codice fiscale.
  /(?<![\p{L}\d])(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{1,2}\.\d{3}\.\d{3}[ -]?[A-HJ-NP-TV-Z](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[A-ZÑ&]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z\d]{3}(?![\p{L}\d])/gu,
  /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu,
  // Chile: RUT. Argentina, Colombia, Uruguay: a number in thousands behind its label.
  /(?<![\d.])\d{1,2}\.\d{3}\.\d{3}-[\dk](?![\p{L}\d])/giu,
  /(?<![\p{L}])(?:dni|rut|run|nit|c[eé]dula|documento|carn[eé]t?|c\.?\s?i)\.?(?:\s?(?:no|nº|n°|número|de identidad|de ciudadanía|es|era|el|:|#)){0,4}\s?\d{1,3}(?:\.\d{3}){2,3}(?:-[\dk])?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\d])/giu,
  // Mexico: what a voter's card has. Spain: the number of social security.
  /(?<![\p{L}\d])[A-ZÑ]{6}\d{8}[HM]\d{3}(?![\p{L}\d])/giu,
  /(?<![\d/.-])\d{2}[/ -]\d{8}[/ -]\d{2}(?![\d/-])/gu,
  // Cards, and accounts by their IBAN.
  /(?<![\d.-])(?:\d{4}[ -]){3}\d{1,7}(?![\d-])/gu,
  /(?<![\p{L}\d.,-])(?:4\d{15}|[2356]\d{15}|3[47]\d{13})(?![\p{L}\d.,-])/gu,
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
  // Plates: three letters and four digits, Mexico, the United Kingdom, Spain, Germany, France and Italy.
  /(?<![\p{L}\d-])[A-Z]{3}[ -]\d{3,4}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d-])\d{3}-[A-Z]{3}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d-])(?:[A-Z]{3}-\d{2}-\d{2}|[A-Z]{3}-\d{3}-[A-Z])(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d])[A-Z]{2}\d{2}\s?[A-Z]{3}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d-])\d{4}[ -]?[BCDFGHJ-NPR-TV-Z]{3}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s?\d{1,4}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[A-Z]{2}-\d{3}-[A-Z]{2}(?![\p{L}\d])/gu,
  // Argentina's plates; India's number of the tax.
  /(?<![\p{L}\d-])[A-Z]{2}\s\d{3}\s[A-Z]{2}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d])[A-Z]{5}\d{4}[A-Z](?![\p{L}\d])/gu,
  // Australia; Ontario.
  /(?<![\p{L}\d-])(?:[A-Z]{3}[ -]?\d{2}[A-Z]|[A-Z]{2}[ -]\d{2}[ -][A-Z]{2}|\d[A-Z]{2}[ -]?\d[A-Z]{2})(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d-])[A-Z]{4}[ -]\d{3}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d-])[A-Z]{3}[ -]?\d[A-Z]\d{2}(?![\p{L}\d-])/gu,
  /(?<![\p{L}\d-])\d{2,3}-(?:C[ENW]?|DL?|G|K[EKY]|L[DHKMS]?|M[HNO]|OY|RN|SO|T[NSY]?|W[DHWX]?)-\d{3,6}(?![\p{L}\d-])/gu,
  // What a computer is called by on a network.
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/gu,
  /(?<![\p{L}\d:.])(?=[\d:]{0,30}(?:[a-f]|\d{3}))(?:[\da-f]{1,4}::?){4,7}[\da-f]{1,4}(?![\p{L}\d:])/giu,
  // Files of courts: year, letters, number.
  /(?<![\p{L}\d])(?:19|20)\d{2}[ -]?[A-Z]{1,3}[ -]?\d{3,7}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])\d:\d{2}-[a-z]{2}-\d{3,6}(?!\d)/giu,
  new RegExp(
    String.raw`(?<![\p{L}])${labels}(?:\s{1,2}(?:no|number|número|ref|reference|id)\.?){0,2}(?:\s?(?:is|was|es|el|:|#|nº|n°)){0,2}\s?\d{1,6}/\d{2,6}(?:/\d{2,4})?(?!\d)`,
    'giu',
  ),
  /(?<![\p{L}\d&])#\d{3,9}(?![\p{L}\d])/gu,
  // By what is said before.
  new RegExp(
    String.raw`(?<![\p{L}])${labels}(?:[\s-]{1,2}(?:no|nr|num|number|número|id|ref|reference|code|card|plate)){0,4}\.?(?:\s?(?:is|was|es|ended|ending|ends|in|:|=|#|nº|n°)){0,4}\s?(?:[A-Z]{1,5}\s)?#?(?=(?:[\p{L}-]{0,19}\d){3})[\p{L}\d-]{4,20}(?![\p{L}\d])`,
    'giu',
  ),
  // The same in groups: "TFN 123 456 782".
  new RegExp(
    String.raw`(?<![\p{L}])${labels}(?:[\s-]{1,2}(?:no|nr|num|number|número|card|de)){0,2}\.?(?:\s?(?:is|was|es|:|=|#|nº|n°)){0,2}\s?(?=(?:\D{0,3}\d){8})\d{2,4}(?:[ /-](?:\d{2,8}|[A-Z](?=[ /-]))){1,5}(?![\p{L}\d])`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?:licen[cs]e\s{1,2})?(?:number\s{1,2})?(?:plates?|placas?|reg)(?:\s?(?:no|number|número))?\.?(?:\s?(?:is|was|es|era|:|#|says?|read|dice)){0,4}\s?${sign}(?:\s\d{3,4})?`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?:id|reference|ref|serial)(?:\s?(?:no|number))?\.?(?:\s?(?:is|was|:|=|#)){1,4}\s?${sign}`,
    'giu',
  ),
]
/** "case 2 of 3", "in 2019", "service 12/24": a small number or a year is no file. */
const isYearOnly = (match: string): boolean =>
  /(?<!\d)(?:19|20)\d{2}$/.test(match) && !/\d.*\D(?:19|20)\d{2}$/.test(match) && !/#/.test(match)

/** Four numbers with points that a network takes; a version has smaller ones. */
const isNoAddress = (match: string): boolean => {
  const parts = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(match) ? match.split('.').map(Number) : null
  return parts !== null && (parts.some((part) => part > 255) || parts.filter((part) => part > 9).length < 2)
}

/** Numbers of one person. */
export const findIdNumbers = (text: string): Finding[] =>
  shapes(
    text,
    'idNumber',
    shapesOfNumbers,
    ([match]) =>
      !isYearOnly(match) &&
      !isNoAddress(match) &&
      !/^(?:RGB|COVID|HTTP|ISO|GCSE|UTF|MP|GPT|WCAG|RFC|BBC|ITV|PM|AM)[ -]/i.test(match),
  )
