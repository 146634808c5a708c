/** @file What the system's own dialogs and the menu bar say, while the page with its catalogue cannot: in the language of the console. */

/** The words of the menu bar. */
export type MenuWords = Record<
  | 'file'
  | 'edit'
  | 'view'
  | 'window'
  | 'help'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'larger'
  | 'smaller'
  | 'usual'
  | 'hide'
  | 'hideOthers'
  | 'showAll'
  | 'settings'
  | 'about'
  | 'keys'
  | 'quit',
  string
>

/** The words of the dialogs and of the menu. `detail` says what would be lost, by whether a live room is open. */
export interface DialogWords {
  silent: { message: string; detail: string; detailInRoom: string; wait: string; close: string }
  reload: { message: string; detail: string; detailInRoom: string; stay: string; load: string }
  menu: MenuWords
}

const english: DialogWords = {
  silent: {
    message: 'Holdspace does not answer',
    detail: 'You may wait a little. If you close it, words typed in the last seconds may be lost.',
    detailInRoom:
      'You may wait a little. If you close it, you are out, and the room stays open without you. Words typed in the last seconds may be lost.',
    wait: 'Wait',
    close: 'Close anyway',
  },
  reload: {
    message: 'Load the console anew?',
    detail: 'Something on this page is not stored or not confirmed yet, and would be lost.',
    detailInRoom: 'You would be out, and the room stays open without you.',
    stay: 'Stay',
    load: 'Load anew',
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    larger: 'Larger',
    smaller: 'Smaller',
    usual: 'Usual size',
    hide: 'Hide Holdspace',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    settings: 'Settings',
    about: 'About Holdspace',
    keys: 'Keys',
    quit: 'Quit Holdspace',
  },
}

const spanish: DialogWords = {
  silent: {
    message: 'Holdspace no responde',
    detail:
      'Puedes esperar un poco. Si lo cierras, pueden perderse las palabras escritas en los últimos segundos.',
    detailInRoom:
      'Puedes esperar un poco. Si lo cierras, quedas fuera, y la sala sigue abierta sin ti. Pueden perderse las palabras escritas en los últimos segundos.',
    wait: 'Esperar',
    close: 'Cerrar de todos modos',
  },
  reload: {
    message: '¿Cargar la consola de nuevo?',
    detail: 'Algo en esta página todavía no está guardado o confirmado, y se perdería.',
    detailInRoom: 'Quedarías fuera, y la sala sigue abierta sin ti.',
    stay: 'Quedarme',
    load: 'Cargar de nuevo',
  },
  menu: {
    file: 'Archivo',
    edit: 'Edición',
    view: 'Ver',
    window: 'Ventana',
    help: 'Ayuda',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    larger: 'Más grande',
    smaller: 'Más pequeño',
    usual: 'Tamaño normal',
    hide: 'Ocultar Holdspace',
    hideOthers: 'Ocultar otros',
    showAll: 'Mostrar todo',
    settings: 'Ajustes',
    about: 'Acerca de Holdspace',
    keys: 'Teclas',
    quit: 'Salir de Holdspace',
  },
}

/** Languages these dialogs speak, without a country. */
export const DIALOG_LANGUAGES = ['en', 'es'] as const

/** The words for a locale, BCP 47; English where there are none of its own. */
export const dialogWords = (locale: string): DialogWords => (locale.startsWith('es') ? spanish : english)
