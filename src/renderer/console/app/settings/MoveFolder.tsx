/** @file Moving the data folder: where to, noted for the next start; and taking that back. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeviceState, type FolderState, MoveProblem } from '../../../../contract/device'
import { client } from '../../client'
import { FolderField } from '../../FolderField'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Notice } from '../../ui/Notice'
import { codeOf } from '../../words/problems'
import classes from './settings.module.css'

/** What can be done about the folder's place. */
export const MoveFolder = ({ folder }: { folder: FolderState }) => {
  const { t } = useTranslation('settings')
  if (folder.isNamedAtStart) return <p className={classes.help}>{t('folder.named')}</p>
  return folder.moveTo === null ? <Ask /> : <Asked to={folder.moveTo} />
}

/** Takes the answer as what the page shows. */
const useTake = () => {
  const cache = useQueryClient()
  return (state: DeviceState): void => {
    cache.setQueryData(queries.device.state.queryKey(), state)
  }
}

const Refused = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('settings')
  const data: unknown = Reflect.get(Object(error), 'data')
  const problem = MoveProblem.safeParse(Reflect.get(Object(data), 'problem')).data
  return codeOf(error) === 'MOVE_REFUSED' && problem ? (
    <Notice tone="problem" title={t('folder.refused')}>
      {t(`folder.problem.${problem}`)}
    </Notice>
  ) : (
    <ProblemNotice error={error} />
  )
}

const Ask = () => {
  const { t } = useTranslation('settings')
  const [isOpen, setIsOpen] = useState(false)
  const [place, setPlace] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const ask = useMutation({
    mutationFn: () => client.device.askMove({ folder: place }),
    onSuccess: useTake(),
  })
  const start = () => {
    if (ask.isPending) return
    setIsChecked(true)
    if (place.trim() === '') fields.current?.querySelector('input')?.focus()
    else ask.mutate()
  }
  return (
    <>
      <div className={classes.acts}>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen((now) => !now)}>
          {t('folder.move')}
        </Button>
      </div>
      {isOpen ? (
        <div className={classes.fields} ref={fields}>
          <FolderField
            label={t('folder.place')}
            hint={{ chosen: t('folder.placeHint'), typed: t('folder.placeTyped') }}
            choose={t('folder.choose')}
            value={place}
            isAutoFocused
            onChange={(value) => {
              setPlace(value)
              ask.reset()
            }}
            onEnter={start}
            error={isChecked && place.trim() === '' ? t('folder.placeNeeded') : undefined}
          />
          <Refused error={ask.error} />
          <Button loading={ask.isPending} onClick={start}>
            {t('folder.ask')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const Asked = ({ to }: { to: string }) => {
  const { t } = useTranslation('settings')
  const takeBack = useMutation({ mutationFn: () => client.device.takeMoveBack(), onSuccess: useTake() })
  return (
    <>
      <div role="status">
        <Notice
          tone="wait"
          title={t('folder.asked.title')}
          actions={
            <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {t('folder.asked.takeBack')}
            </Button>
          }
        >
          {t('folder.asked.body', { folder: to })}
        </Notice>
      </div>
      <Refused error={takeBack.error} />
    </>
  )
}
