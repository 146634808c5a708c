/**
 * @file A version of a charter that waits: from when it holds, and from that day what is different, to be read and
 * acknowledged. It is offered again until somebody does, and holds nobody up.
 */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComingVersion } from '../../../contract/charter-versions'
import { Answered } from '../Answered'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { calendarDayOf } from '../ui/when'
import { versionWords } from '../words/version-words'
import { useComingVersions } from './coming-versions'
import { DifferenceList } from './files/DifferenceList'
import classes from './files/files.module.css'
import { VersionFacts } from './files/VersionFacts'
import './files/words'

/** Every version of one charter that waits; nothing where none does. */
export const NewVersion = ({ charterId }: { charterId: string }) => {
  const { t, i18n } = useTranslation('charterFiles')
  const coming = useComingVersions()
  const [heldVersion, setHeldVersion] = useState<string | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const mine = (coming.data ?? []).filter((one) => one.charterId === charterId)
  // What was read is gone: whoever read it goes on from what is said of it.
  useEffect(() => {
    if (heldVersion !== null) said.current?.focus()
  }, [heldVersion])
  return (
    <>
      {heldVersion === null ? null : (
        <p ref={said} role="status" tabIndex={-1}>
          {t('version.held', { version: versionWords(heldVersion, i18n) })}
        </p>
      )}
      {mine.map((one) =>
        one.isDue ? (
          <DueVersion key={one.version} coming={one} onHeld={() => setHeldVersion(one.version)} />
        ) : (
          <Notice
            key={one.version}
            tone="plain"
            title={t('version.comingTitle', { day: calendarDayOf(one.takesEffectOn, i18n.language) })}
          >
            {/* Where one is due, which of the two goes on until then is up to its being read. */}
            {mine.some(({ isDue }) => isDue)
              ? null
              : t('version.coming', { acting: versionWords(one.actingVersion, i18n) })}
          </Notice>
        ),
      )}
    </>
  )
}

const DueVersion = ({ coming, onHeld }: { coming: ComingVersion; onHeld: () => void }) => {
  const { t, i18n } = useTranslation('charterFiles')
  const [isRead, setIsRead] = useState(false)
  const since = calendarDayOf(coming.takesEffectOn, i18n.language)
  return (
    <>
      <Notice
        tone="wait"
        title={t('version.dueTitle', { day: since })}
        actions={
          <Button variant="default" aria-expanded={isRead} onClick={() => setIsRead((now) => !now)}>
            {t(isRead ? 'version.later' : 'version.read')}
          </Button>
        }
      >
        {t('version.due', { acting: versionWords(coming.actingVersion, i18n) })}
      </Notice>
      {isRead ? <ToRead coming={coming} onHeld={onHeld} /> : null}
    </>
  )
}

/** The two versions side by side, and the press that says they were read. */
const ToRead = ({ coming, onHeld }: { coming: ComingVersion; onHeld: () => void }) => {
  const { t } = useTranslation('charterFiles')
  const cache = useQueryClient()
  const { charterId, version } = coming
  const both = useQuery(queries.charters.versions.compare.queryOptions({ input: { charterId, version } }))
  const acknowledge = useMutation({
    mutationFn: () => client.charters.versions.acknowledge({ charterId, version }),
    onSuccess: async () => {
      onHeld()
      await cache.invalidateQueries({ queryKey: queries.charters.key() })
      await cache.invalidateQueries({ queryKey: queries.sessions.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
    },
  })
  return (
    <Card label={t('ready.changes')}>
      <h3>{t('ready.changes')}</h3>
      <Answered asked={both}>
        {({ before, after }) => (
          <div className={classes.column}>
            <VersionFacts after={after} before={before} />
            <DifferenceList before={before} after={after} />
            <ProblemNotice error={acknowledge.error} title={t('version.failed')} />
            <div>
              <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
                {t('version.acknowledge')}
              </Button>
            </div>
          </div>
        )}
      </Answered>
    </Card>
  )
}
