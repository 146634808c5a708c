/** @file Making a backup, and then proving that it opens: a copy that nobody tried is no copy. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupContent, BackupPlace } from '../../../../contract/backup'
import { client } from '../../client'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import { byteWords } from '../kept/byte-words'
import classes from '../sheet/sheet.module.css'
import { BackupProblemNotice, Unreadable } from './backup-problem'
import { madeWords } from './backup-words'
import { FolderField } from './FolderField'
import { OpenBackup } from './OpenBackup'

/** The two sections. */
export const MakeBackup = ({ place }: { place: BackupPlace }) => {
  const { t, i18n } = useTranslation('vault')
  const cache = useQueryClient()
  const [folder, setFolder] = useState(place.folder ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  // A second Enter comes before anything is drawn anew, and would be refused for the first one's backup.
  const isMaking = useRef(false)
  const make = useMutation({
    mutationFn: () => client.vault.backup.make({ folder }),
    onSettled: () => {
      isMaking.current = false
      return cache.invalidateQueries({ queryKey: queries.vault.backup.key() })
    },
  })
  // The folder of the last backup, not what is being typed: no path is looked at before it is asked for.
  const found = useQuery({
    ...queries.vault.backup.find.queryOptions({ input: { folder: place.folder ?? '' } }),
    enabled: place.folder !== null,
  })
  const start = () => {
    if (isMaking.current) return
    setIsChecked(true)
    if (folder.trim() === '') {
      field.current?.querySelector('input')?.focus()
      return
    }
    isMaking.current = true
    make.mutate()
  }
  useEffect(() => {
    if (make.data) said.current?.focus()
  }, [make.data])
  return (
    <>
      <Section title={t('backup.make.title')} isRegion>
        <div className={classes.fields} ref={field}>
          <FolderField
            value={folder}
            onChange={(value) => {
              setFolder(value)
              // What is on its way is told when it is there.
              if (!isMaking.current) make.reset()
            }}
            onEnter={start}
            error={isChecked && folder.trim() === '' ? t('backup.folderNeeded') : undefined}
          />
          <div className={classes.actions}>
            <Button loading={make.isPending} onClick={start}>
              {t('backup.make.now')}
            </Button>
            <span role="status">{make.isPending ? t('backup.make.making') : null}</span>
          </div>
          <BackupProblemNotice error={make.error} />
          {make.data ? (
            <div ref={said} tabIndex={-1}>
              <Notice tone={make.data.isNoted ? 'plain' : 'wait'} title={t('backup.make.done')}>
                {t('backup.make.doneBody', {
                  name: make.data.name,
                  size: byteWords(make.data.bytes, i18n.language),
                })}{' '}
                {make.data.isNoted ? null : t('backup.make.notNoted')}
              </Notice>
            </div>
          ) : null}
        </div>
      </Section>
      {place.folder === null || found.data?.backups.length === 0 ? null : (
        <Section title={t('backup.prove.title')} lead={t('backup.prove.lead')} isRegion>
          <Unreadable count={found.data?.unreadableCount ?? 0} />
          {found.data ? <Prove folder={found.data.folder} backups={found.data.backups} /> : null}
          <BackupProblemNotice error={found.error} />
        </Section>
      )}
    </>
  )
}

const Prove = ({
  folder,
  backups,
}: {
  folder: string
  backups: Parameters<typeof OpenBackup>[0]['backups']
}) => {
  const { t, i18n } = useTranslation('vault')
  const [proved, setProved] = useState<{ content: BackupContent; name: string } | null>(null)
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const held = (content: BackupContent) =>
    list.format(
      content.kinds.flatMap(({ kind, count }) =>
        kind === 'profile' || count === 0
          ? []
          : [t('backup.prove.held', { kind: t(`kept.kinds.${kind}.name`), count })],
      ),
    )
  return (
    <>
      <OpenBackup
        backups={backups}
        label={t('backup.prove.try')}
        open={(what) => client.vault.backup.rehearse({ folder, ...what })}
        onOpened={(content, name) => setProved({ content, name })}
      />
      <div role="status">
        {proved ? (
          <Notice tone="plain" title={t('backup.prove.opens')}>
            {t('backup.prove.opensBody', {
              made: madeWords(proved.name, i18n.language),
              held: held(proved.content) || t('backup.prove.nothing'),
            })}
          </Notice>
        ) : null}
      </div>
    </>
  )
}
