import { describe, expect, test } from 'vitest'
import { COMMANDS, MENU_NAMES } from '../../../core/commands.ts'
import { ENCODINGS } from '../../../core/encodings.ts'
import type { MessageKey } from '../../../renderer/i18n/messages.ts'
import { MESSAGES } from './all-messages.ts'
import { hasMessage } from '../../../renderer/i18n/translate.ts'

const keys = Object.keys(MESSAGES.en) as readonly MessageKey[]
const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{[^{}]*\}\}/g
const blanks = (text: string): readonly string[] =>
  [...new Set([...text.replace(PLURAL, '{$1}').matchAll(/\{(\w+)\}/g)].map((it) => it[1]!))].sort()

test('every command has a title in both languages', () => {
  for (const { id } of COMMANDS) expect(hasMessage(`command.${id}`), id).toBe(true)
})

test('no title is for a command that is not there', () => {
  const ids = new Set<string>(COMMANDS.map((it) => it.id))
  const titled = keys.filter((it) => it.startsWith('command.')).map((it) => it.slice('command.'.length))
  expect(titled.filter((id) => !ids.has(id))).toEqual([])
})

test('every menu and every encoding has a name', () => {
  for (const name of MENU_NAMES) expect(hasMessage(`menu.${name}`), name).toBe(true)
  for (const encoding of ENCODINGS) expect(hasMessage(`encoding.${encoding}`), encoding).toBe(true)
})

test('titles of commands are told apart within a language', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const titles = COMMANDS.map((it) => MESSAGES[language][`command.${it.id}`])
    expect(titles.filter((it, index) => titles.indexOf(it) !== index)).toEqual([])
  }
})

describe('the Chinese of each message', () => {
  const plain = (key: MessageKey): string =>
    MESSAGES['zh-CN'][key].replace(PLURAL, '$2').replace(/“[^”]*”/g, '“”')

  test('fills the same blanks as the English', () => {
    const different = keys.filter(
      (key) => blanks(MESSAGES.en[key]).join() !== blanks(MESSAGES['zh-CN'][key]).join(),
    )
    expect(different).toEqual([])
  })
  test('is not empty', () => {
    expect(keys.filter((key) => MESSAGES['zh-CN'][key].trim() === '' && MESSAGES.en[key] !== '')).toEqual([])
  })
  test('has no full stop or dots of Latin text beside Chinese, and no space beside full-width punctuation', () => {
    const latin = /\p{Script=Han}\.(?![\p{L}\d*])|\.{3}/u
    const spaced = /[，。；：？！、（）] | [，。；：？！、）]/u
    expect(keys.filter((key) => latin.test(plain(key)) || spaced.test(plain(key)))).toEqual([])
  })
  test('uses full-width punctuation between Chinese characters', () => {
    const half = /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u
    expect(keys.filter((key) => half.test(plain(key)))).toEqual([])
  })
})
