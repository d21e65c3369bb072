import { load } from 'js-yaml'
import { applyEdits } from '../../core/article/text-edit.ts'
import { splitArticle } from '../../core/article/split.ts'
import { setField } from '../../core/front-matter/edit.ts'
import { readFrontMatter } from '../../core/front-matter/read.ts'
import { interleave, report } from './measure.ts'

/** Front matter of about `size` bytes, with the habits of real posts. */
function frontMatter(size: number): string {
  const lines = [
    "title: 'A harbour: in winter'",
    'date: 2024-01-09 07:30:00 # morning',
    'tags:',
    ' - sea',
    ' - 冬天',
  ]
  for (let n = 0; lines.join('\n').length < size; n += 1) {
    lines.push(`key_${n}: "value ${n}"`, `group_${n}:`, `  inner: plain text ${n}`, `  list: [a, b, ${n}]`)
  }
  return lines.join('\n') + '\n'
}

/** Reading and editing front matter, against js-yaml loading the same text without spans. */
export async function run(): Promise<void> {
  for (const [label, size] of [
    ['5 KB', 5_000],
    ['100 KB', 100_000],
  ] as const) {
    const yaml = frontMatter(size)
    const text = `---\n${yaml}---\n\nBody.\n`
    let typed = text
    let length = 0
    const rounds = size < 10_000 ? 300 : 60
    const loading = { [`js-yaml load, ${label}`]: () => load(yaml) }
    const reading = await interleave(
      { ...loading, [`read with spans, ${label}`]: () => readFrontMatter(text, splitArticle(text)) },
      rounds,
    )
    report(reading, `js-yaml load, ${label}`)
    // Apart from reading, so that neither pays for what the other leaves to the garbage collector.
    const typing = await interleave(
      {
        ...loading,
        // As the form does: each edit begins with the text the last one made.
        [`type in one field, ${label}`]: () => {
          typed = applyEdits(typed, setField(typed, 'key_3', 'x'.repeat((length += 1))))
        },
      },
      rounds,
    )
    report(typing, `js-yaml load, ${label}`)
  }
}
