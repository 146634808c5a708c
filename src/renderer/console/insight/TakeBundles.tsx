/** @file Takes bundle files in, a thousand in one go: how far it is, a way to stop, and what became of each. */
import { Button, Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'
import { IconFolderOpen } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { OpenFiles } from '../ui/OpenFile'
import { nothingTaken, type TakenIn, takeFilesIn } from './take-in'

/** The button, and what came of the last files. `isEmpty`: whether the desk has no bundle. */
export const TakeBundles = ({ isEmpty }: { isEmpty: boolean }) => {
  const { t } = useTranslation('insight')
  const cache = useQueryClient()
  const [soFar, setSoFar] = useState<TakenIn | null>(null)
  const isStopped = useRef(false)
  // Locked, or gone to another page: nothing more is read.
  useEffect(
    () => () => {
      isStopped.current = true
    },
    [],
  )
  const take = useMutation({
    mutationFn: (files: readonly File[]) =>
      takeFilesIn(
        files,
        (texts) => client.insight.rollUp.takeIn(texts),
        setSoFar,
        () => isStopped.current,
      ),
    onMutate: (files) => {
      isStopped.current = false
      setSoFar(nothingTaken(files.length))
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.insight.rollUp.desk.key() }),
        cache.invalidateQueries({ queryKey: queries.vault.key() }),
      ]),
  })
  const amount = soFar ? { done: soFar.done, all: soFar.all } : null
  return (
    <>
      <div>
        <OpenFiles
          label={t('desk.take')}
          accept=".age,.txt,text/plain"
          icon={<IconFolderOpen size={20} aria-hidden />}
          isBusy={take.isPending}
          onFiles={(files) => take.mutate(files)}
        />
      </div>
      {take.isPending && amount ? (
        <div role="status">
          <Progress value={(amount.done / amount.all) * 100} aria-label={t('desk.take')} />
          <p>{t('desk.taking', amount)}</p>
          <Button
            variant="default"
            onClick={() => {
              isStopped.current = true
            }}
          >
            {t('desk.stop')}
          </Button>
        </div>
      ) : null}
      {/* A call is stored whole or not at all: before the one that failed there may be many. */}
      <ProblemNotice error={take.error} title={t('desk.broke')} instead={t('desk.brokeWhat')} />
      {isEmpty && !take.isPending ? <p>{t('desk.none')}</p> : null}
      {!take.isPending && soFar && soFar.done > 0 ? <Became soFar={soFar} /> : null}
    </>
  )
}

const Became = ({ soFar }: { soFar: TakenIn }) => {
  const { t } = useTranslation('insight')
  const { done, all, refused } = soFar
  return (
    <Notice
      tone="plain"
      title={done < all ? t('desk.stopped', { done, all }) : t('desk.done', { count: done })}
    >
      <ul>
        {(['taken', 'again', 'older'] as const)
          .filter((kind) => soFar[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`desk.${kind}`, { count: soFar[kind] })}</li>
          ))}
        {refused.map(({ name, reason, where }, at) => (
          <li key={`${name} ${at.toString()}`}>{t(`desk.refused.${reason}`, { name, where })}</li>
        ))}
      </ul>
    </Notice>
  )
}
