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
import { useBeginDraft } from '../composer/begin-draft'
import { Fingerprint } from './Fingerprint'
import classes from './files.module.css'
import '../composer/words'

/** What can be done with a charter that is here. */
export const CharterAsFile = ({ pack }: { pack: Pick<CharterPack, 'id' | 'name'> }) => {
  const taken = useQuery(queries.charters.files.taken.queryOptions())
  return (
    <Answered asked={taken}>
      {(all) => {
        const here = all.find(({ charterId }) => charterId === pack.id)
        return (
          <div className={classes.column}>
            {here ? <Save charterId={pack.id} fingerprint={here.fingerprint} isOwn={here.isOwn} /> : null}
            <MakeOwn charterId={pack.id} isOwn={here?.isOwn ?? false} />
          </div>
        )
      }}
    </Answered>
  )
}

const Save = (props: { charterId: string; fingerprint: string; isOwn: boolean }) => {
  const { charterId, fingerprint, isOwn } = props
  const { t } = useTranslation('charterFiles')
  const save = useMutation({
    mutationFn: async () => {
      const { text, fileName } = await client.charters.files.save({ charterId })
      return saveAsFile(text, fileName, 'application/json')
    },
  })
  return (
    <div className={classes.column}>
      <p>
        {t('save.lead')} {isOwn ? t('save.own') : null}
      </p>
      <Fingerprint groups={fingerprint} />
      <ProblemNotice error={save.error} title={t('save.failed')} />
      <div>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t('save.save')}
        </Button>
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
