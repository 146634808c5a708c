/** @file A receipt in words and as a file. Pure. */
import { type HandOver, isTakenBy, type Receipt } from '../../../../contract/report-handing'
import { zonedMomentOf } from '../../ui/when'
import type { Translate } from '../answer-words'
import type { Fact } from './Facts'

/** What the words are made of. */
export interface ReceiptContext {
  t: Translate
  language: string
  /** The charter in words: by its name where it is still here, and its version as a day. */
  charter: string
}

/** One hand-over in words, without the agency. */
export const sayHandOver = (
  handOver: HandOver,
  { t, language }: Pick<ReceiptContext, 't' | 'language'>,
): string =>
  t(handOver.reference === null ? 'handOver.rowNoReference' : 'handOver.rowReference', {
    recipient: t(`recipient.${handOver.recipient}`),
    method: t(`method.${handOver.method}`),
    time: zonedMomentOf(handOver.handedAt, language),
    outcome: t(`outcome.${handOver.outcome}`),
    reference: handOver.reference,
  })

/** What a hand-over counts as: the authority has it, the organization was told, or neither. */
export const standingOf = (handOver: HandOver): 'isTaken' | 'isTold' | 'isOpen' =>
  isTakenBy(handOver) ? 'isTaken' : handOver.recipient === 'organization' ? 'isTold' : 'isOpen'

/** Everything on a receipt, in its order. */
export const receiptFacts = (receipt: Receipt, context: ReceiptContext): Fact[] => {
  const { t, language } = context
  const at = (instant: string) => zonedMomentOf(instant, language)
  return [
    { label: t('receipt.number'), value: receipt.number },
    { label: t('receipt.learned'), value: at(receipt.learnedAt) },
    { label: t('receipt.sealed'), value: at(receipt.sealedAt) },
    { label: t('receipt.charter'), value: context.charter },
    { label: t('receipt.hash'), value: receipt.sealedSha256 },
    ...receipt.addenda.map(({ writtenAt, sha256 }) => ({
      label: t('receipt.addition'),
      value: `${at(writtenAt)}: ${sha256}`,
    })),
    ...receipt.handOvers.map((handOver) => ({
      label: t('receipt.given'),
      value: `${handOver.agency}. ${sayHandOver(handOver, context)}. ${t(`handOver.${standingOf(handOver)}`)}`,
    })),
    {
      label: t('receipt.shredded'),
      value: receipt.shreddedAt === null ? t('receipt.notShredded') : at(receipt.shreddedAt),
    },
    { label: t('receipt.sum'), value: receipt.sum },
  ]
}

/** The receipt as a file: JSON with its keys in the order of its sum (docs/sealed-report.md). */
export const receiptFile = (receipt: Receipt): { text: string; fileName: string } => ({
  text: `${JSON.stringify(receipt, null, 2)}\n`,
  fileName: `receipt-${receipt.number}.json`,
})
