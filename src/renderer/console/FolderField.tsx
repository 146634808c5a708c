/** @file A folder of this computer: typed, or chosen in the system's own window where this shell can show one. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from './client'
import { ProblemNotice } from './ProblemNotice'
import { queries } from './queries'

/** What is typed, its words, and what Enter does. */
export interface FolderFieldProps {
  label: string
  /** What is said of the box: where the folder can be chosen, and where it can only be typed. */
  hint: { chosen: string; typed: string }
  /** Words of the button that opens the system's window. */
  choose: string
  value: string
  onChange: (value: string) => void
  onEnter: () => void
  isAutoFocused?: boolean
  error?: string | undefined
}

/** The box, and the button below it. */
export const FolderField = ({ label, hint, choose, isAutoFocused = false, ...props }: FolderFieldProps) => {
  const shell = useQuery(queries.vault.backup.shell.queryOptions())
  const canChoose = shell.data?.canChooseFolder ?? false
  const window = useMutation({
    mutationFn: () => client.vault.backup.chooseFolder(),
    onSuccess: ({ folder }) => {
      if (folder !== null) props.onChange(folder)
    },
  })
  return (
    <>
      <TextInput
        label={label}
        description={canChoose ? hint.chosen : hint.typed}
        value={props.value}
        autoFocus={isAutoFocused}
        autoComplete="off"
        spellCheck={false}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter()
        }}
      />
      {canChoose ? (
        <div>
          <Button variant="default" loading={window.isPending} onClick={() => window.mutate()}>
            {choose}
          </Button>
        </div>
      ) : null}
      <ProblemNotice error={window.error} />
    </>
  )
}
