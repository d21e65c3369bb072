import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../electron/command-line.ts'

const DEFAULTS = { port: 0, open: true, newWindow: false, help: false, version: false, paths: [] }

describe('the command line', () => {
  it.each([
    [[], DEFAULTS],
    [['a.md', 'folder'], { ...DEFAULTS, paths: ['a.md', 'folder'] }],
    [['--port', '8080', 'a.md'], { ...DEFAULTS, port: 8080, paths: ['a.md'] }],
    [['a.md', '--port=0', '--no-open'], { ...DEFAULTS, open: false, paths: ['a.md'] }],
    [['--', '--port', '-x.md'], { ...DEFAULTS, paths: ['--port', '-x.md'] }],
    [['--new-window', 'a.md'], { ...DEFAULTS, newWindow: true, paths: ['a.md'] }],
    [['-h'], { ...DEFAULTS, help: true }],
    [['--version'], { ...DEFAULTS, version: true }],
  ])('reads %j', (args, expected) => {
    expect(readCommandLine(args)).toEqual(expected)
  })

  it('leaves to Electron and Chromium what is theirs', () => {
    const args = ['--enable-logging', '--remote-debugging-port=0', '-psn_0_1', '', 'a.md']
    expect(readCommandLine(args, 'ignore')).toEqual({ ...DEFAULTS, paths: ['a.md'] })
  })

  it.each([
    [['--port'], '--port needs a number from 0 to 65535, not "".'],
    [['--port', 'eighty'], '--port needs a number from 0 to 65535, not "eighty".'],
    [['--port=65536'], '--port needs a number from 0 to 65535, not "65536".'],
    [['--port', '-1'], '--port needs a number from 0 to 65535, not "-1".'],
    [['--prot', '1'], 'Galley does not know the option --prot.'],
    [[''], 'An empty argument is not the name of a file.'],
  ])('says what is wrong with %j', (args, problem) => {
    expect(readCommandLine(args)).toEqual({ problem })
  })
})
