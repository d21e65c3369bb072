import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'

const PROJECT = join(import.meta.dirname, '../../..')

interface Association {
  readonly ext: string | readonly string[]
  readonly name: string
  readonly rank?: string
  readonly mimeType: string
}

interface Config {
  readonly appId: string
  readonly publish: unknown
  readonly fileAssociations: readonly Association[]
  readonly linux: {
    readonly target: readonly string[]
    readonly executableName: string
    readonly executableArgs: readonly string[]
    readonly syncDesktopName: boolean
    readonly maintainer: string
    readonly desktop: { readonly entry: Readonly<Record<string, string>>; readonly desktopActions: object }
  }
  readonly mac: {
    readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[]
    readonly hardenedRuntime: boolean
    readonly entitlements: string
    readonly entitlementsInherit: string
  }
  readonly win: { readonly target: readonly string[] }
}

const config = load(readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')) as Config
const about = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Readonly<
  Record<string, string>
>

describe('what is packaged', () => {
  it('is an AppImage, a deb and an rpm, a universal dmg and zip, an installer and a portable program', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb', 'rpm'])
    expect(config.mac.target).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ])
    expect(config.win.target).toEqual(['nsis', 'portable'])
  })

  it('asks nobody for updates by itself', () => {
    expect(config.publish).toBeNull()
  })

  it('opens the files that articles are, without taking text and HTML from other programs', () => {
    expect(config.fileAssociations.flatMap((it) => it.ext)).toEqual(['md', 'markdown', 'txt', 'html', 'htm'])
    const alternates = config.fileAssociations.filter((it) => it.rank === 'Alternate')
    expect(alternates.map((it) => it.mimeType)).toEqual(['text/plain', 'text/html'])
    // Classes in the registry of Windows: no spaces, and named after the program (Microsoft, Programmatic Identifiers).
    for (const { name } of config.fileAssociations) expect(name).toMatch(/^Galley\.[A-Za-z]+$/)
  })

  it('is given paths by Linux, and is known there by the name of its windows', () => {
    expect(config.linux.executableArgs).toEqual(['%F'])
    expect(config.linux.syncDesktopName).toBe(true)
    expect(about.desktopName).toBe(`${config.appId}.desktop`)
    const { entry, desktopActions } = config.linux.desktop
    expect(entry).not.toHaveProperty('StartupWMClass')
    expect(entry.Actions).toBe(`${Object.keys(desktopActions).join(';')};`)
    expect(desktopActions).toMatchObject({
      NewWindow: { Exec: `${config.linux.executableName} --new-window` },
    })
  })

  it('says what Debian and RPM packages have to say', () => {
    expect(config.linux.maintainer).toMatch(/^[^<>]+ <[^@\s]+@[^@\s]+>$/)
    for (const name of ['description', 'license', 'homepage', 'author'] as const) {
      expect(about[name], name).toMatch(/\S/)
    }
  })

  it('runs hardened on macOS, with leave to compile JavaScript and nothing more', () => {
    expect(config.mac.hardenedRuntime).toBe(true)
    expect(config.mac.entitlementsInherit).toBe(config.mac.entitlements)
    const entitlements = readFileSync(join(PROJECT, config.mac.entitlements), 'utf8')
    expect([...entitlements.matchAll(/<key>([^<]+)<\/key>\s*<true\/>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })
})
