/** @file The list of keys on this screen, opened by `?` and F1. Each can be changed and put back. */
import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { KeyAct, type KeyBindings } from '../../../contract/keys'
import { changeKey, gaveWay, keyOf, readKeyBindings, useKeyBindings } from '../key-bindings'
import { useEnteredSession } from '../meeting'
import { queries } from '../queries'
import { FIRST_EVENING_PATH } from '../rehearsal'
import { bindingOf, isMac } from '../ui/key-match'
import { type KeyInUse, readIsLatin, shownKey, useKey, useKeysInUse } from '../ui/keys'
import classes from './KeysDialog.module.css'
import { changeKeyBindings, useKeptKeyBindings } from './key-settings'
import { closeKeysDialog, openKeysDialog, useIsKeysDialogOpen } from './keys-dialog-state'

/** What was said last: news politely, trouble at once. */
interface Said {
  isTrouble: boolean
  text: string
}

/** Lists every key in use, in the order the screen added them. */
export const KeysDialog = () => {
  const { t } = useTranslation('app')
  const isOpen = useIsKeysDialogOpen()
  const isInRoom = useEnteredSession() !== null
  const [changing, setChanging] = useState<KeyAct | null>(null)
  useKeptKeyBindings()
  const called = t('nav.keys')
  useKey({ code: 'Slash', isShift: true, shownAs: '?', called }, t('keys.openList'), openKeysDialog)
  useKey({ code: 'F1', shownAs: 'F1', called }, t('keys.openList'), openKeysDialog)
  return (
    <Modal
      opened={isOpen}
      onClose={closeKeysDialog}
      // While a key is chosen, Escape leaves that key as it is.
      closeOnEscape={changing === null}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={classes.lead}>{t('keys.lead')}</p>
      {isInRoom ? null : (
        <p className={classes.lead}>
          {t('keys.eveningLead')}{' '}
          <Link href={FIRST_EVENING_PATH} onClick={closeKeysDialog}>
            {t('keys.evening')}
          </Link>
        </p>
      )}
      <KeyList changing={changing} setChanging={setChanging} />
    </Modal>
  )
}

const KeyList = ({
  changing,
  setChanging,
}: {
  changing: KeyAct | null
  setChanging: (act: KeyAct | null) => void
}) => {
  const { t } = useTranslation('app')
  const keys = useKeysInUse()
  const bindings = useKeyBindings()
  const cache = useQueryClient()
  const [said, setSaid] = useState<Said | null>(null)
  const doesOf = useCallback(
    (act: KeyAct) => keys.find((key) => key.name === act)?.does ?? t('keys.otherPage'),
    [keys, t],
  )

  const store = useCallback(
    async (next: KeyBindings, news: string): Promise<void> => {
      try {
        await changeKeyBindings(next)
        cache.setQueryData(queries.vault.keyBindings.queryKey(), next)
        setSaid({ isTrouble: false, text: news })
      } catch {
        setSaid({ isTrouble: true, text: t('keys.notStored') })
      }
    },
    [cache, t],
  )

  useEffect(() => {
    if (changing === null) return
    // Before everything else: the key that is being chosen does nothing while it is chosen.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (/^(Alt|AltGraph|Control|Meta|Shift|Tab)$/.test(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.key === 'Escape') {
        setChanging(null)
        setSaid(null)
        return
      }
      const made = changeKey(
        readKeyBindings(),
        changing,
        bindingOf(event, { isInText: false, isMac: isMac(), isLatin: readIsLatin() }),
      )
      switch (made.kind) {
        case 'notUsable':
          setSaid({ isTrouble: true, text: t('keys.notUsable') })
          return
        case 'taken': {
          const key = shownKey(keyOf(made.by, readKeyBindings()))
          setSaid({ isTrouble: true, text: t('keys.taken', { key, does: doesOf(made.by) }) })
          return
        }
        case 'changed': {
          const key = shownKey(keyOf(changing, made.bindings))
          setChanging(null)
          void store(made.bindings, t('keys.changed', { does: doesOf(changing), key }))
          return
        }
      }
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [changing, setChanging, doesOf, store, t])
  // Closed by its button or by a press beside it: no key is chosen any more.
  useEffect(() => () => setChanging(null), [setChanging])

  const putBack = (act: KeyAct): void => {
    const made = changeKey(bindings, act, act)
    if (made.kind === 'changed')
      void store(made.bindings, t('keys.changed', { does: doesOf(act), key: shownKey(act) }))
    else if (made.kind === 'taken')
      setSaid({ isTrouble: true, text: t('keys.taken', { key: shownKey(act), does: doesOf(made.by) }) })
  }

  return (
    <>
      <p role="status" className={classes.said}>
        {changing !== null && !said ? t('keys.press') : said && !said.isTrouble ? said.text : null}
      </p>
      <p role="alert" className={classes.said}>
        {said?.isTrouble ? said.text : null}
      </p>
      {gaveWay(bindings).map(({ act, key, to }) => (
        <p key={act}>
          {t('keys.gaveWay', {
            first: shownKey(act),
            key: shownKey(key),
            does: doesOf(act),
            other: doesOf(to),
          })}
        </p>
      ))}
      <dl className={classes.keys}>
        {keys.map((key) => (
          <Row
            key={`${key.name} ${key.does}`}
            line={key}
            isChanging={key.name === changing}
            isChanged={Object.hasOwn(bindings, key.name)}
            onChange={(act) => {
              setSaid(null)
              setChanging(act)
            }}
            onPutBack={putBack}
          />
        ))}
      </dl>
    </>
  )
}

const Row = ({
  line,
  isChanging,
  isChanged,
  onChange,
  onPutBack,
}: {
  line: KeyInUse
  isChanging: boolean
  isChanged: boolean
  onChange: (act: KeyAct) => void
  onPutBack: (act: KeyAct) => void
}) => {
  const { t } = useTranslation('app')
  const { name, shownAs, does } = line
  const read = KeyAct.safeParse(name)
  const act = read.success ? read.data : null
  return (
    <div>
      <dt>
        <kbd data-changing={isChanging}>{isChanging ? '…' : shownAs}</kbd>
      </dt>
      <dd>{does}</dd>
      {act === null ? null : (
        <dd className={classes.acts}>
          <Button
            variant="subtle"
            px={8}
            aria-label={t('keys.change', { does })}
            onClick={() => onChange(act)}
          >
            {t('keys.changeShort')}
          </Button>
          {isChanged ? (
            <Button
              variant="subtle"
              px={8}
              aria-label={t('keys.reset', { does })}
              onClick={() => onPutBack(act)}
            >
              {t('keys.resetShort')}
            </Button>
          ) : null}
        </dd>
      )}
    </div>
  )
}
