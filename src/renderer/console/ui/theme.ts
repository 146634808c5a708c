/** @file The look as a Mantine theme: one type scale, one spacing scale, one radius, one accent. */
import {
  type ButtonProps,
  type CheckboxGroupProps,
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeComponent,
  type ModalProps,
  type NativeSelectProps,
  type NumberInputProps,
  type PasswordInputProps,
  type RadioProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core'

/** Ten shades around the accent; only the ends are used, through the variables below. */
const teal: MantineColorsTuple = [
  '#eaf4f2',
  '#dcebe8',
  '#b5d8d3',
  '#7cc7bd',
  '#4fa398',
  '#2f837a',
  '#1a6a63',
  '#0f504c',
  '#0c423e',
  '#083430',
]

/** No control leaves form memory behind (promise 1): nothing is remembered, checked or corrected. */
const forgetful = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
} as const

/**
 * What a component starts with. Plain objects: `Component.extend` would pull every component named here into the
 * first load.
 */
const starting = <Props>(
  defaultProps: Partial<Props>,
  styles: Record<string, Record<string, string | number>> = {},
): MantineThemeComponent => ({ defaultProps, styles })

/** The theme of every page of the console. Values come from `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal },
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 10,
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '40px' },
  components: {
    Button: starting<ButtonProps>(
      { size: 'md' },
      { root: { height: 'auto', minHeight: 44, paddingBlock: 6, fontWeight: 600 } },
    ),
    TextInput: starting<TextInputProps>({ size: 'md', ...forgetful }),
    PasswordInput: starting<PasswordInputProps>({ size: 'md', ...forgetful }),
    Textarea: starting<TextareaProps>({ size: 'md', ...forgetful }),
    NumberInput: starting<NumberInputProps>({ size: 'md', ...forgetful }),
    NativeSelect: starting<NativeSelectProps>({
      size: 'md',
      autoComplete: 'off',
      // The arrow is a drawing: read aloud, it was a picture without a name behind every list.
      rightSectionProps: { 'aria-hidden': true },
    }),
    Checkbox: starting<CheckboxProps>({ size: 'md', autoComplete: 'off' }),
    // It has a hidden input for forms, which there are none of here.
    CheckboxGroup: starting<CheckboxGroupProps>({ size: 'md', hiddenInputProps: { autoComplete: 'off' } }),
    Radio: starting<RadioProps>({ size: 'md', autoComplete: 'off' }),
    RadioGroup: starting<RadioProps>({ size: 'md' }),
    Modal: starting<ModalProps>({
      centered: true,
      transitionProps: { duration: 0 },
      radius: 10,
      // It would write a style element without the nonce. Nothing behind it scrolls: the window itself never does.
      lockScroll: false,
    }),
  },
})

/** Points Mantine's own variables at the tokens, so that both themes have one source. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-anchor': 'var(--accent)',
    // What was typed and does not fit is no alarm.
    '--mantine-color-error': 'var(--wait)',
    '--mantine-color-disabled': 'var(--sunk)',
    '--mantine-color-disabled-color': 'var(--ink-2)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-hover': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-color-teal-filled': 'var(--accent)',
    '--mantine-color-teal-filled-hover': 'var(--accent)',
    '--mantine-color-teal-light': 'var(--accent-soft)',
    '--mantine-color-teal-light-color': 'var(--accent)',
  }
  // What boxes, radios and ticks take for their ground and border: a control's edge needs 3:1 (WCAG 1.4.11).
  return {
    variables: {},
    light: { ...shared, '--mantine-color-white': 'var(--surface)', '--mantine-color-gray-4': 'var(--ink-3)' },
    dark: {
      ...shared,
      '--mantine-color-dark-6': 'var(--surface)',
      '--mantine-color-dark-4': 'var(--ink-3)',
      // Mantine writes white on the accent; the dark theme's accent is light and wants its own ink.
      '--mantine-color-white': 'var(--accent-ink)',
    },
  }
}
