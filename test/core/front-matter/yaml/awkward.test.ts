import { expect, test } from 'vitest'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { addField, insertItem, moveField, removeField, setField } from '../../../../core/front-matter/edit.ts'
import { findField } from '../../../../core/front-matter/path.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'

const anchored = '---\nbase: &M # shared\n  z: 1\nuse: *M\n---\n'

test('an anchored map keeps its anchor when its last entry goes', () => {
  const after = applyEdits(anchored, removeField(anchored, 'base.z'))
  expect(after).toBe('---\nbase: &M {} # shared\nuse: *M\n---\n')
})

test('a tagged or anchored list that becomes text keeps what stands before it', () => {
  const text = '---\nlist: &L\n- a\nuse: *L\n---\n'
  expect(applyEdits(text, setField(text, 'list', 'one'))).toBe('---\nlist: &L one\nuse: *L\n---\n')
})

const trailing = '---\ntext: |\n  one\n\n   \nlast: x\n---\n'

test('a line of spaces that belongs to a block of text stays with it', () => {
  const alone = trailing.replace('last: x\n', '')
  const added = applyEdits(alone, addField(alone, 'last', 'x'))
  expect(added).toBe(trailing)
  expect(applyEdits(added, removeField(added, 'last'))).toBe(alone)
  const moved = applyEdits(trailing, moveField(trailing, 'text', 1))
  expect(moved).toBe('---\nlast: x\ntext: |\n  one\n\n   \n---\n')
  expect(findField(readFrontMatter(moved).fields, 'text')?.value).toBe('one\n\n \n')
})

test('lines of text before a comment that is indented deeper are quoted, for it would join them', () => {
  const text = '---\nlist:\n- a\n   # deep\n---\n'
  const added = applyEdits(text, insertItem(text, 'list', 1, 'x\ny\n'))
  expect(findField(readFrontMatter(added).fields, 'list')?.value).toEqual(['a', 'x\ny\n'])
  expect(added).toContain('   # deep\n')
  const more = applyEdits(text, addField(text, 'more', 'm\n\nn'))
  expect(findField(readFrontMatter(more).fields, 'more')?.value).toBe('m\n\nn')
  expect(more).toContain('   # deep\n')
})

test('blank lines and comments after the last entry move along where a block of text would take them in', () => {
  const moved = (text: string, path: string, to: number) => applyEdits(text, moveField(text, path, to))
  const kept = '---\na: |+\n  kept\n\nb: words\n\n---\n'
  expect(moved(kept, 'b', 0)).toBe('---\nb: words\n\na: |+\n  kept\n\n---\n')
  const comment = '---\na: |\n  text\nb: x\n  # deep\n---\n'
  expect(moved(comment, 'a', 1)).toBe('---\nb: x\n  # deep\na: |\n  text\n---\n')
})

test('text that ends in a blank line is quoted where Hexo would take the line away', () => {
  const text = '---\ntags:\n- a\n---\n'
  expect(applyEdits(text, setField(text, 'tags[0]', 'end\n\n'))).toBe('---\ntags:\n- "end\\n\\n"\n---\n')
  expect(applyEdits(text, addField(text, 'note', 'end\n\n'))).toBe(
    '---\ntags:\n- a\nnote: "end\\n\\n"\n---\n',
  )
})
