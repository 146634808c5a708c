/** @file Choosing a charter: complete packs to choose from, refused files named so that someone can act. */
import { Button, Radio } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import type { RefusedPack } from '../../../contract/charters'
import { Answered } from '../Answered'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Notice } from '../ui/Notice'
import { registerWords } from '../words'
import words from '../words/en/charters.json'
import { placeName } from '../words/place-name'
import classes from './charters.module.css'
import { COMPOSE_PATH } from './composer/paths'
import { OpenCharterFile } from './files/OpenCharterFile'

registerWords('charters', words)

/** What happens once the choice is kept. */
export interface ChooseCharterProps {
  /** Words on the button; "Use this charter" when absent. */
  actionLabel?: string
  onChosen?: () => void
  /** Somebody goes off to write a charter; left out where the console is open already. */
  onCompose?: () => void
}

/** A list of the complete packs. With only one, it is chosen already and one goes on. */
export const ChooseCharter = ({ actionLabel, onChosen, onCompose }: ChooseCharterProps) => {
  const { t, i18n } = useTranslation('charters')
  const { t: tApp } = useTranslation('app')
  const queryClient = useQueryClient()
  const list = useQuery(queries.charters.list.queryOptions())
  const chosen = useQuery(queries.charters.chosen.queryOptions())
  const taken = useQuery(queries.charters.files.taken.queryOptions())
  const [picked, setPicked] = useState<string | null>(null)
  const [isPickAsked, setIsPickAsked] = useState(false)
  const choose = useMutation({
    mutationFn: (charterId: string) => client.charters.choose({ charterId }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.charters.key() })
      onChosen?.()
    },
  })

  if (!list.data) {
    return (
      <Answered asked={list} loading={t('loading')} failed={t('choose.failed')}>
        {() => null}
      </Answered>
    )
  }
  const { charters, refused } = list.data
  const only = charters.length === 1 ? (charters[0]?.id ?? null) : null
  const whence = (charterId: string): string => {
    const one = taken.data?.find((each) => each.charterId === charterId)
    return one ? `. ${t(one.isOwn ? 'choose.ownFile' : 'choose.fromFile')}` : ''
  }
  const value = picked ?? chosen.data?.id ?? only

  return (
    <div className={classes.column}>
      {charters.length === 0 ? (
        <EmptyState
          title={t('choose.none.title')}
          action={<Button onClick={() => void list.refetch()}>{tApp('tryAgain')}</Button>}
        >
          {t('choose.none.body')}
        </EmptyState>
      ) : (
        <>
          <Radio.Group
            aria-label={t('choose.label')}
            value={value ?? ''}
            onChange={setPicked}
            error={isPickAsked && value === null ? t('choose.pick') : undefined}
          >
            <div className={classes.choices}>
              {charters.map((charter) => (
                <div key={charter.id} className={classes.choice}>
                  <Radio
                    value={charter.id}
                    label={charter.name}
                    description={`${charter.about} ${[
                      charter.organization === charter.name ? '' : charter.organization,
                      placeName(charter.jurisdiction, i18n.language),
                    ]
                      .filter((part) => part !== '')
                      .join(', ')}${whence(charter.id)}`}
                  />
                </div>
              ))}
            </div>
          </Radio.Group>
          <Elsewhere onTaken={setPicked} onCompose={onCompose} />
          <ProblemNotice error={choose.error} />
          <div>
            <Button
              loading={choose.isPending}
              onClick={() => {
                setIsPickAsked(true)
                if (value !== null) choose.mutate(value)
              }}
            >
              {actionLabel ?? t('choose.use')}
            </Button>
          </div>
        </>
      )}
      {refused.length > 0 ? <Refused packs={refused} /> : null}
    </div>
  )
}

/** What somebody can do today whose organization is not in the list. */
const Elsewhere = (props: { onTaken: (charterId: string) => void; onCompose: (() => void) | undefined }) => {
  const { onTaken, onCompose } = props
  const { t } = useTranslation('charters')
  const [isShown, setIsShown] = useState(false)
  const id = useId()
  return (
    <div>
      <Button
        variant="subtle"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setIsShown((isOpen) => !isOpen)}
      >
        {t('choose.elsewhere.show')}
      </Button>
      <div id={id} className={classes.elsewhere}>
        {isShown ? (
          <>
            <OpenCharterFile onTaken={onTaken} />
            <p>{t('choose.elsewhere.own')}</p>
            <div>
              <Button
                variant="default"
                onClick={() => {
                  navigate(COMPOSE_PATH)
                  onCompose?.()
                }}
              >
                {t('choose.elsewhere.write')}
              </Button>
            </div>
            <p>{t('choose.elsewhere.today')}</p>
          </>
        ) : null}
      </div>
    </div>
  )
}

const Refused = ({ packs }: { packs: readonly RefusedPack[] }) => {
  const { t } = useTranslation('charters')
  return (
    <Notice tone="wait" title={t('choose.refused.title', { count: packs.length })}>
      <p>{t('choose.refused.body')}</p>
      <ul className={classes.refused}>
        {packs.map((pack) => (
          <li key={`${pack.fileName} ${pack.where}`}>
            <strong>
              {pack.where === ''
                ? pack.fileName
                : t('choose.refused.at', { fileName: pack.fileName, where: pack.where })}
            </strong>
            <br />
            {t(`choose.refused.${pack.reason}`)} {pack.detail}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
