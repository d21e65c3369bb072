import { expect, test } from 'vitest'
import { COMMANDS } from '../../../core/commands.ts'
import { SOURCE_COMMANDS } from '../../../renderer/editor/commands/source-commands.ts'
import { MORE_SOURCE_COMMANDS, withSourceCommands } from '../../../renderer/state/source-commands.ts'

test('every command that works on the source is known as such before its code is there', () => {
  const menuOf = new Map<string, string>(COMMANDS.map((it) => [it.id, it.menu]))
  const others = Object.keys(SOURCE_COMMANDS).filter(
    (id) => !['format', 'insert', 'table'].includes(menuOf.get(id) ?? ''),
  )
  expect([...MORE_SOURCE_COMMANDS].sort()).toEqual(others.sort())
})

test('what is run before they are there runs as soon as they are, later ones at once', async () => {
  const ran: string[] = []
  const failed = (): void => void ran.push('failed')
  const first = new Promise<void>((resolve) => {
    withSourceCommands((commands) => {
      ran.push(`first of ${Object.keys(commands).length > 20}`)
      resolve()
    }, failed)
  })
  ran.push('asked')
  await first
  withSourceCommands(() => ran.push('second'), failed)
  expect(ran).toEqual(['asked', 'first of true', 'second'])
})
