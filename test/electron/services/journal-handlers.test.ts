import { describe, expect, it } from 'vitest'
import { entry, start } from './start-services.ts'

describe('a long text in the journal', () => {
  it('is what its edits make of it', async () => {
    const { call } = await start()
    await call['recovery.part']('a', 0, 'A flask of ')
    await call['recovery.part']('a', 11, 'tea')
    const first = await call['recovery.writeParts'](entry('a'), 14)
    const second = await call['recovery.edit'](entry('a'), first, { from: 11, to: 14, insert: '茶' })
    expect(second).not.toBe(first)
    await call['recovery.edit'](entry('a'), second!, { from: 0, to: 0, insert: 'Here: ' })
    expect(await call['recovery.list']()).toMatchObject([{ id: 'a', text: 'Here: A flask of 茶' }])
  })

  it('is left as it is by an edit of anything but what was written last', async () => {
    const { call } = await start()
    await call['recovery.part']('a', 0, 'one')
    const first = await call['recovery.writeParts'](entry('a'), 3)
    const edit = { from: 0, to: 0, insert: 'twenty-' }
    expect(await call['recovery.edit'](entry('a'), first + 1, edit)).toBeNull()
    expect(await call['recovery.edit'](entry('a'), first, edit)).toBeNull()
    await call['recovery.part']('a', 0, 'one')
    const again = await call['recovery.writeParts'](entry('a'), 3)
    await call['recovery.write']({ ...entry('a'), text: 'two' })
    expect(await call['recovery.edit'](entry('a'), again, edit)).toBeNull()
    expect(await call['recovery.edit'](entry('b'), again, edit)).toBeNull()
    expect(await call['recovery.list']()).toMatchObject([{ id: 'a', text: 'two' }])
    await call['recovery.part']('a', 0, 'one')
    const last = await call['recovery.writeParts'](entry('a'), 3)
    await call['recovery.remove']('a')
    expect(await call['recovery.edit'](entry('a'), last, edit)).toBeNull()
    expect(await call['recovery.list']()).toEqual([])
  })

  it('is not written by an edit that lies outside it', async () => {
    const { call } = await start()
    await call['recovery.part']('a', 0, 'one')
    const number = await call['recovery.writeParts'](entry('a'), 3)
    const edit = { from: 2, to: 4, insert: '' }
    await expect(call['recovery.edit'](entry('a'), number, edit)).rejects.toMatchObject({
      code: 'badRequest',
    })
    expect(await call['recovery.list']()).toMatchObject([{ text: 'one' }])
  })

  it('is sent whole again once several others have been written since', async () => {
    const { call } = await start()
    const numbers: number[] = []
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await call['recovery.part'](id, 0, id)
      numbers.push(await call['recovery.writeParts'](entry(id), 1))
    }
    const edit = { from: 0, to: 0, insert: '-' }
    expect(await call['recovery.edit'](entry('a'), numbers[0]!, edit)).toBeNull()
    expect(await call['recovery.edit'](entry('e'), numbers[4]!, edit)).not.toBeNull()
  })
})
