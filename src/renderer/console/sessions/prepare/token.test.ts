/** @file Tests of reading a pasted token. */
import { describe, expect, it } from 'vitest'
import { readToken } from './TokenField'

describe('a pasted token', () => {
  it('is null where none was typed', () => {
    expect(readToken('  \n')).toEqual({ isAccepted: true, jwt: null })
  })
  it('forgives white space and broken lines', () => {
    expect(readToken(' aaa.bbb\n.ccc ')).toEqual({ isAccepted: true, jwt: 'aaa.bbb.ccc' })
    expect(readToken('aaa.bbb.')).toEqual({ isAccepted: true, jwt: 'aaa.bbb.' })
  })
  it('refuses what is not three parts, or longer than the room page takes', () => {
    expect(readToken('aaa.bbb')).toEqual({ isAccepted: false })
    expect(readToken('aaa.b"b.ccc')).toEqual({ isAccepted: false })
    expect(readToken(`a.b.${'c'.repeat(8000)}`)).toEqual({ isAccepted: false })
  })
})
