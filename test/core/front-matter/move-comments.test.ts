import { expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { moveField } from '../../../core/front-matter/edit.ts'

const yaml = (content: string): string => `---\n${content}---\nBody\n`
const toml = (content: string): string => `+++\n${content}+++\nBody\n`

test.each([
  ['down', 'a: 1\n# about b\n# and more\nb: 2\nc: 3\n', 'b', 2, 'a: 1\nc: 3\n# about b\n# and more\nb: 2\n'],
  ['up', 'a: 1\nc: 3\n# about b\nb: 2\n', 'b', 0, '# about b\nb: 2\na: 1\nc: 3\n'],
  ['past a comment', '# about a\na: 1\n# about b\nb: 2\n', 'b', 0, '# about b\nb: 2\n# about a\na: 1\n'],
  [
    'away from a blank line',
    'a: 1\n# a part\n\n# b\nb: 2\nc: 3\n',
    'b',
    2,
    'a: 1\n# a part\n\nc: 3\n# b\nb: 2\n',
  ],
  ['without one apart', 'a: 1\n# a part\n\nb: 2\nc: 3\n', 'b', 2, 'a: 1\n# a part\n\nc: 3\nb: 2\n'],
  ['in a map', 'm:\n  # k\n  k: 1\n  # l\n  l: 2\n', 'm.l', 0, 'm:\n  # l\n  l: 2\n  # k\n  k: 1\n'],
  ['in a list', 't:\n  # x\n  - x\n  - y\n', 't[0]', 1, 't:\n  - y\n  # x\n  - x\n'],
  [
    'of its own column',
    'm:\n  k: 1\n  # more of m\nb: 2\nc: 3\n',
    'b',
    2,
    'm:\n  k: 1\n  # more of m\nc: 3\nb: 2\n',
  ],
  ['not of a text', 'a: |\n  x\n  # text\nb: 2\nc: 3\n', 'b', 2, 'a: |\n  x\n  # text\nc: 3\nb: 2\n'],
])('YAML: a comment right above a field moves with it: %s', (_, content, path, to, expected) => {
  for (const end of ['\n', '\r\n']) {
    const text = yaml(content).replaceAll('\n', end)
    expect(applyEdits(text, moveField(text, path, to))).toBe(yaml(expected).replaceAll('\n', end))
  }
})

test.each([
  ['down', 'a = 1\n# about b\nb = 2\nc = 3\n', 'b', 2, 'a = 1\nc = 3\n# about b\nb = 2\n'],
  [
    'up',
    '# about a\na = 1\nc = 3\n# about b\nb = 2\n',
    'b',
    0,
    '# about b\nb = 2\n# about a\na = 1\nc = 3\n',
  ],
  ['without one apart', 'a = 1\n# part\n\nb = 2\nc = 3\n', 'b', 2, 'a = 1\n# part\n\nc = 3\nb = 2\n'],
  ['not of a text', 'a = """\n# x"""\nb = 2\nc = 3\n', 'b', 2, 'a = """\n# x"""\nc = 3\nb = 2\n'],
  [
    'of items with a line each',
    't = [ # all\n  # one\n  # more\n  1, # i\n\n  # apart\n\n  # two\n  2,\n  3\n]\n',
    't[1]',
    0,
    't = [ # all\n  # two\n  2,\n\n  # apart\n\n  # one\n  # more\n  1, # i\n  3\n]\n',
  ],
  ['not of items on one line', 't = [\n  # row\n  1, 2,\n]\n', 't[1]', 0, 't = [\n  # row\n  2, 1,\n]\n'],
  [
    'of tables',
    'x = 1\n# m\n[m]\nk = 1\n# n\n[n]\nl = 1\n',
    'n',
    1,
    'x = 1\n# n\n[n]\nl = 1\n# m\n[m]\nk = 1\n',
  ],
])('TOML: a comment right above a field moves with it: %s', (_, content, path, to, expected) => {
  for (const end of ['\n', '\r\n']) {
    const text = toml(content).replaceAll('\n', end)
    expect(applyEdits(text, moveField(text, path, to))).toBe(toml(expected).replaceAll('\n', end))
  }
})
