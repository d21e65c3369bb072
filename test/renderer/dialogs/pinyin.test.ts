import { describe, expect, test } from 'vitest'
import { COMMANDS, type CommandId } from '../../../core/commands.ts'
import { findItems } from '../../../renderer/dialogs/pick-list.tsx'
import { pinyinInitials } from '../../../renderer/dialogs/pinyin.ts'
import { MESSAGES } from '../i18n/all-messages.ts'

const title = (id: CommandId): string => MESSAGES['zh-CN'][`command.${id}`]

describe('pinyin initials', () => {
  test.each([
    ['保存', 'bc'],
    ['全部保存', 'qbbc'],
    ['重做', 'cz'],
    ['自动换行', 'zdhh'],
    ['行号', 'hh'],
    ['跟随系统', 'gsxt'],
    ['关于 Galley', 'gygalley'],
    ['表格', 'bg'],
    ['无序列表', 'wxlb'],
    ['预览', 'yl'],
    ['阿', 'a'],
    ['鹅', 'e'],
    ['坐', 'z'],
    ['插入日历', 'crrl'],
    ['关闭其他', 'gbqt'],
    ['三人如若撒', 'srrrs'],
    ['2024 年的信.md', '2024ndxmd'],
  ])('of %s are %s', (text, initials) => {
    expect(pinyinInitials(text)).toContain(initials)
  })
  test('are none of a text without Chinese', () => {
    expect(pinyinInitials('Save As…')).toEqual([])
  })
  test('every Chinese title of a command has one letter for each of its characters', () => {
    for (const { id } of COMMANDS) {
      const text = title(id)
      const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
      const latin = text.match(/[a-z0-9]/gi)?.length ?? 0
      if (han === 0) continue
      for (const initials of pinyinInitials(text)) expect(initials, text).toMatch(/^[a-z0-9]+$/)
      expect(pinyinInitials(text)[0], text).toHaveLength(han + latin)
    }
  })
  test('put the command they are of first', () => {
    const items = COMMANDS.map(({ id }) => {
      const text = title(id)
      return { id, text, alsoFoundBy: pinyinInitials(text) }
    })
    expect(findItems(items, 'bc')[0]?.item.id).toBe('file.save')
    expect(findItems(items, 'cx')[0]?.item.text).toBe('撤销')
  })
})
