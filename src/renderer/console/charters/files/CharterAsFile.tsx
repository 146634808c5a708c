/** @file A charter as a file: handed on as it was signed, or made an organization's own first. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { saveAsFile } from '../../save-file'
import { calendarDayOf } from '../../ui/when'
import { useBeginDraft } from '../composer/begin-draft'
import { Fingerprint } from './Fingerprint'
import classes from './files.module.css'
import '../composer/words'

/** What can be done with a version of a charter that is here. */
export const CharterAsFile = ({ pack }: { pack: Pick<CharterPack, 'id' | 'version'> }) => {
  const taken = useQuery(queries.charters.files.taken.queryOptions())
  return (
    <Answered asked={taken}>
      {(all) => {
        const here = all.find(({ charterId }) => charterId === pack.id)
        return (
          <div className={classes.column}>
            {here ? <Save pack={pack} fingerprint={here.fingerprint} isOwn={here.isOwn} /> : null}
            <MakeOwn charterId={pack.id} isOwn={here?.isOwn ?? false} />
          </div>
        )
      }}
    </Answered>
  )
}

interface SaveProps {
  pack: Pick<CharterPack, 'id' | 'version'>
  fingerprint: string
  isOwn: boolean
}

/** This version, and those that wait for their day: people have their notice only where they can be handed on before it. */
const Save = ({ pack, fingerprint, isOwn }: SaveProps) => {
  const { t, i18n } = useTranslation('charterFiles')
  const coming = useQuery(queries.charters.versions.coming.queryOptions())
  const save = useMutation({
    mutationFn: async (version: string) => {
      const { text, fileName } = await client.charters.files.save({ charterId: pack.id, version })
      return saveAsFile(text, fileName, 'application/json')
    },
  })
  const others = (coming.data ?? []).filter(
    ({ charterId, version }) => charterId === pack.id && version !== pack.version,
  )
  return (
    <div className={classes.column}>
      <p>
        {t('save.lead')} {isOwn ? t('save.own') : null}
      </p>
      <Fingerprint groups={fingerprint} />
      <ProblemNotice error={save.error} title={t('save.failed')} />
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={save.isPending && save.variables === pack.version}
          onClick={() => save.mutate(pack.version)}
        >
          {t('save.save')}
        </Button>
        {others.map(({ version, takesEffectOn }) => (
          <Button
            key={version}
            variant="default"
            loading={save.isPending && save.variables === version}
            onClick={() => save.mutate(version)}
          >
            {t('save.saveComing', { day: calendarDayOf(takesEffectOn, i18n.language) })}
          </Button>
        ))}
      </div>
      <p role="status">{save.data ? t('save.saved', { fileName: save.data.fileName }) : null}</p>
    </div>
  )
}

const MakeOwn = ({ charterId, isOwn }: { charterId: string; isOwn: boolean }) => {
  const { t } = useTranslation('composer')
  const begin = useBeginDraft()
  return (
    <div className={classes.column}>
      <p>{t(isOwn ? 'versionLead' : 'makeOwnLead')}</p>
      <ProblemNotice error={begin.error} title={t('notBegun')} />
      <div>
        <Button
          variant="default"
          loading={begin.isPending}
          onClick={() => begin.mutate({ kind: isOwn ? 'version' : 'copy', charterId })}
        >
          {t(isOwn ? 'beginVersion' : 'makeOwn')}
        </Button>
      </div>
    </div>
  )
}
