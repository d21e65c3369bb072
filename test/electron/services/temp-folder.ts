import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const made: string[] = []
async function removeAll(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** A fresh folder, removed at the very end of the test; its path holds no links. */
export async function tempFolder(): Promise<string> {
  // What is registered first is done last: whatever uses the folders has ended by then.
  if (made.length === 0) onTestFinished(removeAll)
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-test-')))
  made.push(folder)
  return folder
}
