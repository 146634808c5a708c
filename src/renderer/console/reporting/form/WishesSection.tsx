/** @file What the person knows and wants. */
import { Consent, ReportBody } from '../../../../contract/reporting'
import type { SectionProps } from '../use-draft'
import { KnownChoiceField, ManyField, Section, YesNoField } from './fields'

const reasons = ReportBody.shape.wishes.shape.withoutConsentReasons.element.options

/** The person's wishes, and the reasons where a report is made without consent. */
export const WishesSection = ({ body, change }: SectionProps) => {
  const { wishes } = body
  const set = (part: Partial<ReportBody['wishes']>) =>
    change((old) => ({ ...old, wishes: { ...old.wishes, ...part } }))
  const isWithoutConsent = wishes.consent.is === 'known' && wishes.consent.value !== 'given'
  return (
    <Section id="wishes">
      <YesNoField
        path="wishes.personAware"
        value={wishes.personAware}
        onChange={(personAware) => set({ personAware })}
      />
      <YesNoField
        path="wishes.limitsExplained"
        value={wishes.limitsExplained}
        onChange={(limitsExplained) => set({ limitsExplained })}
      />
      <KnownChoiceField
        path="wishes.consent"
        options={Consent.options}
        value={wishes.consent}
        wordsOf="consent"
        onChange={(consent) => set({ consent })}
      />
      {isWithoutConsent ? (
        <ManyField
          path="wishes.withoutConsentReasons"
          options={reasons}
          value={wishes.withoutConsentReasons}
          wordsOf="withoutConsent"
          onChange={(withoutConsentReasons) => set({ withoutConsentReasons })}
        />
      ) : null}
    </Section>
  )
}
