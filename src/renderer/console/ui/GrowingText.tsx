/**
 * @file A text box of several lines that grows with its words. Mantine's own way to grow copies them into a hidden
 * box that stays in the page when the box is gone, and with it a debrief or a private message; this one does not.
 */
import { Textarea, type TextareaProps } from '@mantine/core'
import classes from './GrowingText.module.css'

/** Mantine's text box without `autosize`. Rows are lines of text: 3 at least where nothing is said. */
export interface GrowingTextProps extends Omit<TextareaProps, 'autosize' | 'minRows' | 'maxRows' | 'rows'> {
  minRows?: number
  /** Beyond it the box scrolls; absent: it grows on. */
  maxRows?: number | undefined
}

/** The text box. Where a browser cannot grow it, it has its least rows and scrolls. */
export const GrowingText = ({ minRows = 3, maxRows, ...others }: GrowingTextProps) => (
  <Textarea
    {...others}
    rows={minRows}
    classNames={{ input: classes.grows ?? '' }}
    styles={{ input: { '--rows-min': minRows, '--rows-max': maxRows } }}
    attributes={{ input: { 'data-rows-max': maxRows } }}
  />
)
