/** @file What the system's own dialogs say, while the page with its catalogue cannot: in the language of the console. */

/** The words of both dialogs. `detail` says what would be lost, by whether a live room is open. */
export interface DialogWords {
  silent: { message: string; detail: string; detailInRoom: string; wait: string; close: string }
  reload: { message: string; detail: string; detailInRoom: string; stay: string; load: string }
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
}

/** Languages these dialogs speak, without a country. */
export const DIALOG_LANGUAGES = ['en', 'es'] as const

/** The words for a locale, BCP 47; English where there are none of its own. */
export const dialogWords = (locale: string): DialogWords => (locale.startsWith('es') ? spanish : english)
