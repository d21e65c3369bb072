import { compare } from './compare.ts'

const editors = ['codemirror', 'naive', 'toast', 'mdEditor', 'cherry', 'vditor']

/** Typing in and opening Markdown beside the peers. */
export async function run(): Promise<void> {
  await compare([
    { label: '10 KB', bytes: 1e4, keys: 10, format: 'markdown', editors },
    { label: '100 KB', bytes: 1e5, keys: 10, format: 'markdown', editors },
    { label: '1 MB', bytes: 1e6, keys: 10, format: 'markdown', editors },
  ])
}
