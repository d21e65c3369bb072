import { readdir, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { enterOwner } from '../../../electron/services/files/owners.ts'
import { tempFolder } from './temp-folder.ts'

afterEach(() => {
  vi.useRealTimers()
})

const STRANGER = '0123456789abcdef'

/** An entry of another process, `age` milliseconds after its last sign of life. */
async function enterStranger(folder: string, pid: number, age: number): Promise<void> {
  const path = join(folder, `${STRANGER}.json`)
  await writeFile(path, JSON.stringify({ pid }))
  const then = new Date(Date.now() - age)
  await utimes(path, then, then)
}

describe('who works on a user data folder', () => {
  it('is alive while it runs, and gone after its end', async () => {
    const folder = await tempFolder()
    const [one, two] = [await enterOwner(folder), await enterOwner(folder)]
    expect(await one.isAlive(two.self)).toBe(true)
    await two.dispose()
    expect(await one.isAlive(two.self)).toBe(false)
    expect(await readdir(folder)).toEqual([`${one.self}.json`])
    await one.dispose()
  })

  it('is taken for dead when its process is another one by now, or has been silent for long', async () => {
    const folder = await tempFolder()
    const owners = await enterOwner(folder)
    await enterStranger(folder, process.ppid, 1_000)
    expect(await owners.isAlive(STRANGER)).toBe(true)
    await enterStranger(folder, process.ppid, 120_000)
    expect(await owners.isAlive(STRANGER)).toBe(false)
    // The clock was ahead when it ended, and has been set right since.
    await enterStranger(folder, process.ppid, -3_600_000)
    expect(await owners.isAlive(STRANGER)).toBe(false)
    await enterStranger(folder, process.pid, 1_000)
    expect(await owners.isAlive(STRANGER)).toBe(false)
    await owners.dispose()
  })

  it('enters itself again when another one has taken it for dead, as after the machine slept', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const folder = await tempFolder()
    const owners = await enterOwner(folder)
    await unlink(join(folder, `${owners.self}.json`))
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    await expect.poll(() => readdir(folder), { timeout: 10_000 }).toEqual([`${owners.self}.json`])
    await owners.dispose()
    expect(await readdir(folder)).toEqual([])
  })
})
