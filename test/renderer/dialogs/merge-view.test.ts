// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { createMergePanes } from '../../../renderer/dialogs/merge-view.ts'

const LINE = 'harbour '.repeat(75_000)

test.each([
  ['elsewhere', `Mine.\n\n${LINE}\n`, `Theirs.\n\n${LINE}\n`],
  ['in the line', `First.\n\n${LINE}mine\n`, `First.\n\n${LINE}theirs\n`],
])(
  'what of a long line is out of sight has its height on both sides, with a difference %s',
  (_, mine, theirs) => {
    const parent = document.createElement('div')
    document.body.append(parent)
    const counts: number[] = []
    const panes = createMergePanes(parent, {
      mine,
      theirs,
      mineLabel: 'Mine',
      theirsLabel: 'On disk',
      takeLabel: 'Take',
      unchangedLabel: '$ unchanged lines',
      onCount: (differences) => counts.push(differences),
    })
    onTestFinished(() => {
      panes.destroy()
      parent.remove()
    })
    for (const pane of parent.querySelectorAll('.cm-content')) {
      const gaps = [...pane.querySelectorAll<HTMLElement>('.cm-line > div')]
      const rows = gaps.reduce((sum, { style }) => sum + (parseFloat(style.height) || 0), 0) / 14
      expect(rows).toBeGreaterThan(10_000)
      expect(pane.textContent.length).toBeLessThan(30_000)
    }
    expect(parent.querySelectorAll('.cm-content')).toHaveLength(2)
    expect(panes.text()).toBe(mine)
    expect(counts).toEqual([1])
  },
)
