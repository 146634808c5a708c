/** @file Copying a text: to the clipboard, or, where that is refused, selected in a dialog to be copied by hand. */
import { Button, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Copy.module.css'
import { GrowingText } from './ui/GrowingText'
import { useProblemWords } from './words/problems'

/** How long "copied" stays, in milliseconds. */
const SAID_MS = 5000

/** What is copied and what is said. */
export interface CopyProps {
  label: string
  /** Said once the clipboard has it. */
  copiedWords: string
  /** Heading of the dialog where the clipboard is refused. */
  dialogTitle: string
  getText: () => Promise<string>
  /** Said where the text itself could not be had. */
  failedWords: string
  variant?: 'default' | 'filled' | 'subtle'
}

/** A button, and beside it what came of it. */
export const Copy = (props: CopyProps) => {
  const { t } = useTranslation('app')
  const problemWords = useProblemWords()
  const [said, setSaid] = useState<ReactNode>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [byHand, setByHand] = useState<string | null>(null)

  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])

  const copy = async () => {
    setIsBusy(true)
    setSaid(null)
    try {
      const text = await props.getText()
      try {
        await navigator.clipboard.writeText(text)
        setSaid(props.copiedWords)
      } catch {
        // Refused or not there: the person copies by hand.
        setByHand(text)
      }
    } catch (error) {
      setSaid(`${props.failedWords}. ${problemWords(error).body}`)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <Button variant={props.variant ?? 'default'} loading={isBusy} onClick={() => void copy()}>
        {props.label}
      </Button>
      <span role="status" className={classes.said}>
        {said}
      </span>
      <Modal
        opened={byHand !== null}
        onClose={() => setByHand(null)}
        title={props.dialogTitle}
        closeButtonProps={{ 'aria-label': t('copy.close') }}
      >
        <div className={classes.column}>
          <p>{t('copy.refused')}</p>
          <GrowingText
            data-autofocus
            aria-label={t('copy.text')}
            value={byHand ?? ''}
            readOnly
            minRows={1}
            maxRows={14}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" onClick={() => setByHand(null)}>
            {t('copy.close')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
