/** @file The kinds of alarm: what must be seen at once. */

/** Why the alarm. */
export type AlarmKind =
  | 'recording' // the meeting says that it is being recorded
  | 'streaming' // the meeting says that it is being streamed
  | 'transcribing'
  | 'recordingWasOn' // one of them was on, and all are off now
  | 'recordingNotKnown' // one was on when we were last inside
  | 'recordedByOther' // the meeting said that somebody began to record on their own device
  | 'roleLost' // we were the moderator and are not any more (trap 5)
  | 'notModerator' // we never were
  | 'otherModerator' // somebody else became one
  | 'noteTaker' // somebody has the name of a machine that takes notes
  | 'pageMisbehaves' // the room page said what it must not, or too much of it
  | 'tooMuch' // more people, knocks or messages than can be real
