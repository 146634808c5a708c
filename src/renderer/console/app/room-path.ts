/** @file The live view's address. */

/** Where the live room is shown. */
export const ROOM_PATH = '/room'
