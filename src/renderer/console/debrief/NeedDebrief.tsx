/** @file "I need a debrief": one button, its kinds, and for each whom to turn to now. Nothing of it is kept or sent. */
import { Button, Radio } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Contacts } from '../charters'
import { CrisisLines, OnCall, useOnCall, usePlaceHelp } from '../conduct'
import { NEW_DEBRIEF_PATH } from '../new-debrief'
import { queries } from '../queries'
import { useNamedAct } from '../ui/keys'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import classes from './NeedDebrief.module.css'

registerWords('debrief', words)

/** What one may need it for. The fourth is for oneself, and shows lines first. */
const KINDS = ['stays', 'conflict', 'roles', 'unwell', 'read'] as const
type Kind = (typeof KINDS)[number]

/** The button, and below it what it opens. */
export const NeedDebrief = () => {
  const { t } = useTranslation('debrief')
  const [isOpen, setIsOpen] = useState(false)
  const [kind, setKind] = useState<Kind | null>(null)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useNamedAct(t('need.ask'), () => setIsOpen(true))
  useEffect(() => {
    if (isOpen) box.current?.querySelector('input')?.focus()
  }, [isOpen])
  return (
    <div className={classes.need}>
      <div>
        <Button
          variant="default"
          leftSection={<IconHeartHandshake size={20} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('need.ask')}
        </Button>
      </div>
      <section id={id} aria-label={t('need.ask')} hidden={!isOpen} ref={box} className={classes.inside}>
        <Radio.Group
          label={t('need.what')}
          description={t('need.notKept')}
          value={kind}
          onChange={(next) => setKind(KINDS.find((one) => one === next) ?? null)}
        >
          <div className={classes.kinds}>
            {KINDS.map((one) => (
              <Radio key={one} value={one} label={t(`need.kind.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        {/* It is there before a choice, so that what comes is announced. */}
        <div role="status" className={classes.inside}>
          {kind === null || !isOpen ? null : <Where kind={kind} />}
        </div>
      </section>
    </div>
  )
}

/** Whom one turns to. Each has the contact that is on call; who is not well sees lines, and first. */
const Where = ({ kind }: { kind: Kind }) => {
  const onCall = useOnCall()
  const help = usePlaceHelp(null)
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: chosen.data ? { charterId: chosen.data.id } : skipToken }),
  )
  const contacts = pack.data?.contacts ?? []
  const handOff = pack.data?.handOff
  switch (kind) {
    case 'unwell':
      return (
        <>
          <CrisisLines help={help} />
          <OnCall onCall={onCall} />
        </>
      )
    case 'read':
      return handOff?.isAllowed === false ? (
        <>
          <p>{handOff.text}</p>
          <OnCall onCall={onCall} />
        </>
      ) : (
        <ReadIt />
      )
    case 'stays':
    case 'conflict':
    case 'roles':
      return (
        <>
          {contacts.length > 0 ? <Contacts pack={{ contacts }} /> : null}
          <OnCall onCall={onCall} />
        </>
      )
  }
}

/** The way to the hand-off of the newest debrief that is saved; to a new one where there is none. */
const ReadIt = () => {
  const { t } = useTranslation('debrief')
  const newest = useQuery({
    ...queries.debrief.list.queryOptions({ input: { query: '', limit: 20 } }),
    gcTime: 0,
  })
  const saved = newest.data?.entries.find(({ isDraft }) => !isDraft)
  return saved ? (
    <div>
      <Button component={Link} href={`/debrief/${saved.id}/hand-off`}>
        {t('need.handOn')}
      </Button>
    </div>
  ) : (
    <>
      <p>{t('need.nothingToRead')}</p>
      <div>
        <Button component={Link} href={NEW_DEBRIEF_PATH} variant="default">
          {t('list.new')}
        </Button>
      </div>
    </>
  )
}
