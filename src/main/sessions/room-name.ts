/** @file Unguessable room names. */
import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A fresh room name: 32 lower-case letters and digits, 160 random bits, so that nobody finds a room by trying.
 * The alphabet has 32 signs, so the low five bits of a byte choose one without bias.
 */
export const newRoomName = (): string => Array.from(randomBytes(32), (byte) => alphabet[byte & 31]).join('')
