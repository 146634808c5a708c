/** @file What stands on the stage: the meeting's own words, as a real server would have its own, in the language it is asked for. */

const english = {
  joining: 'Joining…',
  join: 'Join',
  left: 'The meeting has ended.',
  muted: 'Microphone off',
  speaking: 'Speaking',
  hand: 'Hand raised',
  own: 'You',
  more: (count: number) => `and ${count} more`,
  microphoneOn: 'Your microphone is on',
  microphoneOff: 'Your microphone is off',
  rehearsal: 'Rehearsal. Nobody here is real, and nothing leaves this computer.',
  said: (name: string, text: string) => `${name} says: ${text}`,
}

const spanish: typeof english = {
  joining: 'Entrando…',
  join: 'Entrar',
  left: 'La reunión terminó.',
  muted: 'Micrófono apagado',
  speaking: 'Habla',
  hand: 'Mano levantada',
  own: 'Tú',
  more: (count) => `y ${count} más`,
  microphoneOn: 'Tu micrófono está encendido',
  microphoneOff: 'Tu micrófono está apagado',
  rehearsal: 'Ensayo. Nadie de aquí es real, y nada sale de esta computadora.',
  said: (name, text) => `${name} dice: ${text}`,
}

/** The words in a language, by its code without a country; English for any other. */
export const stageWords = (language: string | null): typeof english => (language === 'es' ? spanish : english)
