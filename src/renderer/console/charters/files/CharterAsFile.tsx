/** @file A charter as a file: handed on as it was signed, or made an organization's own first. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileRefusal, OwnCharter } from '../../../../contract/charter-files'
import type { CharterPack } from '../../../../contract/charters'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { saveAsFile } from '../../save-file'
import { GrowingText } from '../../ui/GrowingText'
import { codeOf } from '../../words/problems'
import { Fingerprint } from './Fingerprint'
import classes from './files.module.css'
import { RefusedFile } from './OpenCharterFile'
import './words'

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
            <MakeOwn key={pack.id} fromId={pack.id} />
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

const fields = ['name', 'organization', 'about'] as const
type Field = (typeof fields)[number]

const MakeOwn = ({ fromId }: { fromId: string }) => {
  const { t } = useTranslation('charterFiles')
  const cache = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState<Record<Field, string>>({ name: '', organization: '', about: '' })
  const [isAsked, setIsAsked] = useState(false)
  const own = OwnCharter.safeParse({ fromId, ...typed })
  const make = useMutation({
    mutationFn: (asked: OwnCharter) => client.charters.files.makeOwn(asked),
    onSuccess: async () => {
      setTyped({ name: '', organization: '', about: '' })
      setIsAsked(false)
      setIsOpen(false)
      await cache.invalidateQueries({ queryKey: queries.charters.key() })
      await cache.invalidateQueries({ queryKey: queries.vault.key() })
    },
  })
  const next = useRef<HTMLButtonElement>(null)
  // The form is gone with its button: whoever pressed it goes on from what comes next.
  const madeId = make.data?.id
  useEffect(() => {
    if (madeId !== undefined) next.current?.focus()
  }, [madeId])
  const choose = useMutation({
    mutationFn: (charterId: string) => client.charters.choose({ charterId }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.charters.key() }),
  })
  const refusal =
    make.error !== null && codeOf(make.error) === 'FILE_NOT_TAKEN' && 'data' in make.error
      ? FileRefusal.safeParse(make.error.data).data
      : undefined
  const propsOf = (field: Field) => ({
    label: t(`makeOwn.${field}`),
    value: typed[field],
    maxLength: field === 'about' ? 200 : field === 'name' ? 80 : 120,
    error: isAsked && typed[field].trim() === '' ? t('makeOwn.needed') : undefined,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped((now) => ({ ...now, [field]: value })),
  })
  return (
    <div className={classes.column}>
      <p>{t('makeOwn.lead')}</p>
      <div>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen((now) => !now)}>
          {t(isOpen ? 'makeOwn.hide' : 'makeOwn.show')}
        </Button>
      </div>
      {isOpen ? (
        <div className={classes.found}>
          <TextInput {...propsOf('name')} />
          <TextInput {...propsOf('organization')} />
          <GrowingText {...propsOf('about')} description={t('makeOwn.aboutHint')} minRows={2} />
          {refusal ? (
            <RefusedFile refusal={refusal} title={t('makeOwn.failed')} />
          ) : (
            <ProblemNotice error={make.error} title={t('makeOwn.failed')} />
          )}
          <div>
            <Button
              loading={make.isPending}
              onClick={() => {
                setIsAsked(true)
                if (own.success) make.mutate(own.data)
              }}
            >
              {t('makeOwn.make')}
            </Button>
          </div>
        </div>
      ) : null}
      <div role="status">
        {make.data ? (
          <>
            <p>{t('makeOwn.made', { name: make.data.name })}</p>
            <Button
              ref={next}
              variant="default"
              loading={choose.isPending}
              onClick={() => choose.mutate(make.data.id)}
            >
              {t('makeOwn.choose')}
            </Button>
          </>
        ) : null}
      </div>
      <ProblemNotice error={choose.error} />
    </div>
  )
}
