/** @file One control of a bar: its words, its key as the person has it, and whether it can be pressed. */
import { Button } from '@mantine/core'
import type { ComponentType, Ref } from 'react'
import { useShownKey } from '../../ui/keys'

/** Props of the control. */
export interface BarActProps {
  /** Of its key at first, with Alt. */
  letter: string
  name: string
  Icon: ComponentType<{ size: number; 'aria-hidden'?: boolean }>
  describedBy?: string | undefined
  isDisabled: boolean
  onPress: () => void
  buttonRef?: Ref<HTMLButtonElement> | undefined
  isWide?: boolean
}

/** The button. */
export const BarAct = ({
  letter,
  name,
  Icon,
  describedBy,
  isDisabled,
  onPress,
  buttonRef,
  isWide = false,
}: BarActProps) => {
  const { shown, aria } = useShownKey(`Alt ${letter}`)
  return (
    <Button
      ref={buttonRef ?? null}
      px={8}
      fullWidth={isWide}
      variant="default"
      leftSection={<Icon size={20} aria-hidden />}
      aria-keyshortcuts={aria}
      aria-describedby={describedBy}
      title={`${name} (${shown})`}
      disabled={isDisabled}
      onClick={onPress}
    >
      {name}
    </Button>
  )
}
