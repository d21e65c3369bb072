import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../electron/data-folder.ts'

describe('the user data folder', () => {
  it('is the one GALLEY_DATA_DIR names, on every platform', () => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(dataFolder({ GALLEY_DATA_DIR: '/data', XDG_CONFIG_HOME: '/x' }, platform, '/home/w')).toBe(
        '/data',
      )
    }
  })

  it('follows the XDG base directories on Linux', () => {
    expect(dataFolder({}, 'linux', '/home/w')).toBe('/home/w/.config/Galley')
    expect(dataFolder({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/w')).toBe('/x/Galley')
    // The specification: a relative path is invalid and ignored; an empty one is none.
    expect(dataFolder({ XDG_CONFIG_HOME: 'x' }, 'linux', '/home/w')).toBe('/home/w/.config/Galley')
    expect(dataFolder({ XDG_CONFIG_HOME: '' }, 'linux', '/home/w')).toBe('/home/w/.config/Galley')
  })

  it('is where macOS and Windows keep such things', () => {
    expect(dataFolder({}, 'darwin', '/Users/w')).toBe('/Users/w/Library/Application Support/Galley')
    expect(dataFolder({ APPDATA: '/roaming' }, 'win32', '/w')).toBe('/roaming/Galley')
    expect(dataFolder({}, 'win32', '/w')).toBe('/w/AppData/Roaming/Galley')
  })
})
