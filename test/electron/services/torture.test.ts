import { expect, it } from 'vitest'
import { torture } from './torture.ts'

it(
  'a program killed 200 times while it saves leaves a whole article each time',
  { timeout: 120_000 },
  async () => {
    const { kills, failures } = await torture(200)
    expect(failures).toEqual([])
    expect(kills).toBe(200)
  },
)
