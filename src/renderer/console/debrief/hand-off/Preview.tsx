/** @file Exactly what leaves, and the press that seals it; then what was made, and how to ask for it back. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { type HandOffDays, HandOffId, type HandOffNote, HandOffRecord } from '../../../../contract/hand-off'
import type { DebriefId } from '../../../../contract/primitives'
import type { SealRecipient } from '../../../../contract/recipients'
import { Answered } from '../../Answered'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { useKeyName } from '../../recipients'
import { type SavedFile, saveAsFile } from '../../save-file'
import { Card } from '../../ui/Card'
import { codeOf } from '../../words/problems'
import { AskBack } from './AskBack'
import classes from './hand-off.module.css'
import { handOffText } from './hand-off-text'

/** What was chosen. `parts` are as the linter saw them, none as long as nothing may leave. */
export interface PreviewProps {
  debriefId: DebriefId
  pack: CharterPack
  parts: readonly { path: string; text: string }[]
  days: HandOffDays
  hasReplyKey: boolean
  recipient: SealRecipient | null
}

/** Whether a line has exactly the words that the linter saw: the debrief may have been stored anew since. */
const isOf = (line: string, parts: PreviewProps['parts']): boolean => {
  const { answers } = HandOffRecord.parse(JSON.parse(line))
  return parts.every(({ path, text }) => answers.some((one) => one.path === path && one.words === text))
}

const newHandOffId = (): HandOffId => HandOffId.parse(crypto.randomUUID())
const byteCount = (text: string): number => new TextEncoder().encode(text).length

/** The card named "Exactly what leaves". */
export const Preview = ({ debriefId, pack, parts, days, hasReplyKey, recipient }: PreviewProps) => {
  const { t, i18n } = useTranslation('debrief')
  const cache = useQueryClient()
  const nameOf = useKeyName()
  const [handOffId, setHandOffId] = useState(newHandOffId)
  const [saved, setSaved] = useState<{ file: SavedFile; note: HandOffNote; to: string } | null>(null)
  const outcome = useRef<HTMLHeadingElement>(null)
  const isReady = parts.length > 0 && recipient !== null
  const chosen = { debriefId, handOffId, paths: parts.map(({ path }) => path), days, hasReplyKey }
  const record = useQuery({
    ...queries.debrief.handOff.record.queryOptions({ input: isReady ? chosen : skipToken }),
    // What was shown is what leaves: it is asked for again only when something else is chosen.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const seal = useMutation({
    mutationFn: async ({ to, text }: { to: SealRecipient; text: string }) => {
      const { file, fileName, note } = await client.debrief.handOff.seal({
        ...chosen,
        recipientId: to.id,
        text,
      })
      return { file: saveAsFile(file, fileName, 'text/plain'), note, to: nameOf(to) }
    },
    onSuccess: async (made) => {
      setSaved(made)
      // Whatever leaves next is another hand-off, with a number of its own.
      setHandOffId(newHandOffId())
      await cache.invalidateQueries({ queryKey: queries.debrief.handOff.list.key() })
    },
    onError: (error) => {
      if (codeOf(error) === 'NOT_AS_SHOWN') setHandOffId(newHandOffId())
    },
  })
  const readAgain = () => cache.invalidateQueries({ queryKey: queries.debrief.key() })
  useEffect(() => {
    if (saved) outcome.current?.focus()
  }, [saved])
  return (
    <>
      <Card label={t('handOff.preview')}>
        <h2>{t('handOff.preview')}</h2>
        {isReady ? (
          <Answered asked={record}>
            {(line) => {
              if (!isOf(line, parts)) {
                return (
                  <ProblemNotice
                    error={{ code: 'NOT_AS_SHOWN' }}
                    actions={<Button onClick={() => void readAgain()}>{t('app:tryAgain')}</Button>}
                  />
                )
              }
              const text = handOffText(line, {
                t: (key, values) => t(key, values ?? {}),
                language: i18n.language,
                pack,
              })
              return (
                <>
                  <p className={classes.quiet}>{t('handOff.previewLead', { bytes: byteCount(text) })}</p>
                  {/* Scrolls, so the keyboard must reach it. */}
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
                  <pre className={classes.preview} tabIndex={0} dir="auto">
                    {text}
                  </pre>
                  <div>
                    <Button
                      leftSection={<IconDownload size={20} aria-hidden />}
                      loading={seal.isPending}
                      onClick={() => seal.mutate({ to: recipient, text })}
                    >
                      {t('handOff.save')}
                    </Button>
                  </div>
                </>
              )
            }}
          </Answered>
        ) : (
          <p>{t('handOff.notReady')}</p>
        )}
        <ProblemNotice error={seal.error} title={t('handOff.failed')} />
      </Card>
      {saved ? (
        <Card label={t('handOff.saved')}>
          <h2 ref={outcome} tabIndex={-1}>
            {t('handOff.saved')}
          </h2>
          <p>
            {t('handOff.savedWhat', {
              name: saved.file.fileName,
              bytes: saved.file.bytes,
              recipient: saved.to,
            })}
          </p>
          <p className={classes.quiet}>{t('handOff.savedNote')}</p>
          <AskBack note={saved.note} />
        </Card>
      ) : null}
    </>
  )
}
