/** @file About: which version this is and from when, where a newer one would be, where to write, and what is inside. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { About, ShippedLicence } from '../../../../contract/device'
import { Answered } from '../../Answered'
import { queries } from '../../queries'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { registerWords } from '../../words'
import words from '../../words/en/settings.json'
import classes from './settings.module.css'

registerWords('settings', words)

/** The page. */
export const AboutPage = () => {
  const { t } = useTranslation('settings')
  const about = useQuery(queries.device.about.queryOptions())
  return (
    <Page title={t('about.title')} width="narrow">
      <Answered asked={about}>{(known) => <Known about={known} />}</Answered>
    </Page>
  )
}

const Known = ({ about }: { about: About }) => {
  const { t, i18n } = useTranslation('settings')
  // A day of no zone: it is the same day everywhere.
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' })
  const { version, madeOn, crisisOn, runsIn, system, licences } = about
  return (
    <>
      <div>
        <p>
          {madeOn === null
            ? t('about.leadNoDate', { version })
            : t('about.lead', { version, date: format.format(new Date(madeOn)) })}
        </p>
        <p>{t('about.runs', { runsIn, system })}</p>
        <p>{t('about.crisis', { date: format.format(new Date(crisisOn)) })}</p>
      </div>
      <Section title={t('about.newer.title')} isRegion>
        <p>{t('about.newer.body')}</p>
        <div className={classes.acts}>
          <Button variant="default" component={Link} href="/backup">
            {t('vault.backup')}
          </Button>
        </div>
      </Section>
      <Section title={t('about.write.title')} isRegion>
        <ul>
          <li>{t('about.write.fault')}</li>
          <li>{t('about.write.hole')}</li>
          <li>{t('about.write.help')}</li>
        </ul>
      </Section>
      <Section
        title={t('about.licences.title')}
        lead={t('about.licences.lead', { count: licences.length })}
        isRegion
      >
        <ul className={classes.licences}>
          {licences.map((licence) => (
            <Licence key={`${licence.name} ${licence.version}`} licence={licence} />
          ))}
        </ul>
        <p className={classes.help}>{t('about.licences.browser')}</p>
      </Section>
    </>
  )
}

const Licence = ({ licence: { name, version, licence, text } }: { licence: ShippedLicence }) => {
  const { t } = useTranslation('settings')
  const [isOpen, setIsOpen] = useState(false)
  const textId = useId()
  return (
    <li>
      <div className={classes.licence}>
        <p>
          {name} {version}
          <span className={classes.help}> {licence}</span>
        </p>
        <Button
          variant="subtle"
          px={8}
          aria-expanded={isOpen}
          aria-controls={textId}
          aria-label={t(isOpen ? 'about.licences.hide' : 'about.licences.show', { name })}
          onClick={() => setIsOpen((now) => !now)}
        >
          {t(isOpen ? 'about.licences.hideShort' : 'about.licences.showShort')}
        </Button>
      </div>
      <div id={textId} hidden={!isOpen}>
        {isOpen ? <p className={classes.text}>{text === '' ? t('about.licences.noText') : text}</p> : null}
      </div>
    </li>
  )
}
