import { compare } from './compare.ts'

const editors = ['codemirror', 'naive', 'mdEditor']

/** Typing in and opening HTML bodies beside md-editor-v3 and a full re-render. */
export async function run(): Promise<void> {
  await compare([
    { label: '10 KB', bytes: 1e4, keys: 10, format: 'html', editors },
    { label: '100 KB', bytes: 1e5, keys: 10, format: 'html', editors },
    { label: '1 MB', bytes: 1e6, keys: 10, format: 'html', editors },
  ])
}
