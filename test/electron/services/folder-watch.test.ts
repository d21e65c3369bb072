import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFolderWatch, type FolderWatching } from '../../../electron/services/watching/folder-watch.ts'

let top: string
let told: string[]
let watching: FolderWatching

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'galley-folders-'))
  await mkdir(join(top, 'a'))
  await mkdir(join(top, 'b'))
  told = []
  watching = createFolderWatch((path) => told.push(path))
})
afterEach(async () => {
  watching.dispose()
  await rm(top, { recursive: true, force: true })
})

it('tells of a file that comes into a watched folder, and which folder it was', async () => {
  watching.watch([join(top, 'a'), join(top, 'b')])
  await writeFile(join(top, 'b', 'new.md'), 'text')
  await expect.poll(() => told).toContain(join(top, 'b'))
  expect(told).not.toContain(join(top, 'a'))
})

it('tells nothing of a folder that is no longer watched', async () => {
  watching.watch([join(top, 'a'), join(top, 'b')])
  watching.watch([join(top, 'b')])
  await writeFile(join(top, 'a', 'new.md'), 'text')
  await writeFile(join(top, 'b', 'new.md'), 'text')
  await expect.poll(() => told).toContain(join(top, 'b'))
  expect(told).not.toContain(join(top, 'a'))
})

it('does not mind a folder that is not there', () => {
  expect(() => watching.watch([join(top, 'gone')])).not.toThrow()
})
