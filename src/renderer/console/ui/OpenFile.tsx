/** @file The buttons that open a file, or many, of the person's choice. Their control remembers nothing (docs/promises.md). */
import { Button, FileButton } from '@mantine/core'
import { type ReactNode, type Ref, useRef } from 'react'

/** What the button says, which files it takes, and who is given the file. */
export interface OpenFileProps {
  label: string
  /** As `accept` of a file's control has it: endings and media types. */
  accept: string
  onFile: (file: File) => void
  isBusy: boolean
  icon?: ReactNode
  /** Id of what says more about it. */
  describedBy?: string
  /** The button, for whoever gives it the keyboard back. */
  ref?: Ref<HTMLButtonElement>
}

/** One press opens the system's own choice. The same file may be chosen again after it was mended. */
export const OpenFile = ({ label, accept, onFile, isBusy, icon, describedBy, ref }: OpenFileProps) => {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      resetRef={reset}
      accept={accept}
      inputProps={{ 'aria-label': label, autoComplete: 'off', autoCorrect: 'off', spellCheck: false }}
      onChange={(file) => {
        if (file) onFile(file)
        reset.current?.()
      }}
    >
      {(props) => (
        <Button
          {...props}
          ref={ref ?? null}
          variant="default"
          aria-describedby={describedBy}
          leftSection={icon}
          loading={isBusy}
        >
          {label}
        </Button>
      )}
    </FileButton>
  )
}

/** As for one file, for many at once. */
export interface OpenFilesProps extends Omit<OpenFileProps, 'onFile'> {
  /** At least one. */
  onFiles: (files: readonly File[]) => void
}

/** One press opens the system's own choice, of as many files as there are. */
export const OpenFiles = ({ label, accept, onFiles, isBusy, icon, describedBy, ref }: OpenFilesProps) => {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      multiple
      resetRef={reset}
      accept={accept}
      inputProps={{ 'aria-label': label, autoComplete: 'off', autoCorrect: 'off', spellCheck: false }}
      onChange={(files) => {
        if (files.length > 0) onFiles(files)
        reset.current?.()
      }}
    >
      {(props) => (
        <Button
          {...props}
          ref={ref ?? null}
          variant="default"
          aria-describedby={describedBy}
          leftSection={icon}
          loading={isBusy}
        >
          {label}
        </Button>
      )}
    </FileButton>
  )
}
