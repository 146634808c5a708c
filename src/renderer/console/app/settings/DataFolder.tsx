/** @file Where everything is: the folder's path, the way into it, and the way to another place. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeviceState } from '../../../../contract/device'
import { client } from '../../client'
import { FolderMoved } from '../../FolderMoved'
import { ProblemNotice } from '../../ProblemNotice'
import { Section } from '../../ui/Section'
import { MoveFolder } from './MoveFolder'
import classes from './settings.module.css'

/** The folder. */
export const DataFolder = ({ state }: { state: DeviceState }) => {
  const { t } = useTranslation('settings')
  const open = useMutation({ mutationFn: () => client.device.openDataDir() })
  return (
    <Section title={t('folder.title')} isRegion>
      <FolderMoved />
      <p>{t('folder.body', { file: state.fileName })}</p>
      <p className={classes.path}>
        <bdi>{state.folder.path}</bdi>
      </p>
      <div className={classes.acts}>
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          {t('folder.open')}
        </Button>
      </div>
      <p role="status">{open.isSuccess ? t('folder.opened') : null}</p>
      <ProblemNotice error={open.error} />
      <MoveFolder folder={state.folder} />
    </Section>
  )
}
