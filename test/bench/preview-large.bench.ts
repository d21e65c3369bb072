import { compare } from './compare.ts'

/** Typing in and opening 5 MB beside the peers that can, and 10 KB beside CodeMirror to compare with. */
export async function run(): Promise<void> {
  await compare([
    { label: '10 KB', bytes: 1e4, keys: 10, format: 'markdown', editors: ['codemirror'] },
    {
      label: '5 MB',
      bytes: 5e6,
      keys: 5,
      format: 'markdown',
      editors: ['codemirror', 'naive', 'mdEditor', 'cherry'],
    },
  ])
}
