/** @file The buttons that open a file, or many, of the person's choice. Their control remembers nothing (docs/promises.md). */
import { Button, FileButton } from '@mantine/core'
import { type ReactNode, type Ref, useRef } from 'react'

/** What the button says, and which files it takes. */
interface OpenButtonProps {
  label: string
  /** As `accept` of a file's control has it: endings and media types. */
  accept: string
  isBusy: boolean
  icon?: ReactNode
  /** Id of what says more about it. */
  describedBy?: string
  /** The button, for whoever gives it the keyboard back. */
  ref?: Ref<HTMLButtonElement>
}

/** What the button says, which files it takes, and who is given the files. */
export interface OpenFilesProps extends OpenButtonProps {
  /** At least one. */
  onFiles: (files: readonly File[]) => void
}

/** As for many, for one. */
export interface OpenFileProps extends OpenButtonProps {
  onFile: (file: File) => void
}

const OpenButton = (props: OpenFilesProps & { isMany: boolean }) => {
  const { label, accept, onFiles, isBusy, icon, describedBy, ref, isMany } = props
  const reset = useRef<() => void>(null)
  return (
    <FileButton<boolean>
      multiple={isMany}
      resetRef={reset}
      accept={accept}
      inputProps={{ 'aria-label': label, autoComplete: 'off', autoCorrect: 'off', spellCheck: false }}
      onChange={(chosen) => {
        const files = chosen === null ? [] : [chosen].flat()
        if (files.length > 0) onFiles(files)
        reset.current?.()
      }}
    >
      {(button) => (
        <Button
          {...button}
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

/** One press opens the system's own choice, of as many files as there are. */
export const OpenFiles = (props: OpenFilesProps) => <OpenButton {...props} isMany />

/** One press opens the system's own choice. The same file may be chosen again after it was mended. */
export const OpenFile = ({ onFile, ...rest }: OpenFileProps) => (
  <OpenButton {...rest} isMany={false} onFiles={(files) => files.forEach(onFile)} />
)
