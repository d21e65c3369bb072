import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PdfOptions } from '../../../core/contract.ts'
import { pdfOptions } from '../../../electron/desktop/pdf-options.ts'
import type { FakeBrowserWindow } from '../../fakes/electron/browser-window.ts'
import { launch, type Desktop } from './launch.ts'

const OPTIONS: PdfOptions = {
  pageSize: 'A5',
  landscape: true,
  margins: 'normal',
  headerFooter: true,
  title: 'Cats & <dogs>',
  byline: 'Ada · 2026-05-04',
  remoteImages: false,
}

describe('how a PDF is made', () => {
  it('is tagged, with an outline of the headings and the colours of the look', () => {
    expect(pdfOptions(OPTIONS)).toMatchObject({
      pageSize: 'A5',
      landscape: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  })

  it('has the title as text, never as HTML, above, and page numbers below', () => {
    const { headerTemplate, footerTemplate } = pdfOptions(OPTIONS)
    expect(headerTemplate).toContain('Cats &#38; &#60;dogs&#62;')
    expect(headerTemplate).toContain('Ada · 2026-05-04')
    expect(headerTemplate).not.toContain('<dogs>')
    expect(footerTemplate).toContain('class="pageNumber"')
  })

  it('has neither without margins, or when they are not wanted', () => {
    for (const more of [{ margins: 'none' }, { headerFooter: false }] as const) {
      const options = pdfOptions({ ...OPTIONS, ...more })
      expect(options.displayHeaderFooter).toBe(false)
      expect(options).not.toHaveProperty('headerTemplate')
    }
  })

  it.each([
    ['normal', 0.8],
    ['narrow', 0.45],
    ['wide', 1.2],
    ['none', 0],
  ] as const)('has %s margins of %d inches', (margins, inches) => {
    const all = { top: inches, bottom: inches, left: inches, right: inches }
    expect(pdfOptions({ ...OPTIONS, margins }).margins).toEqual(all)
  })
})

describe('exporting as a PDF', () => {
  let desktop: Desktop
  beforeEach(async () => {
    desktop = await launch()
  })
  afterEach(() => desktop.dispose())

  /** Looks at the hidden window while it is there. */
  async function exportWatched(html: string, options: PdfOptions) {
    const { app } = desktop.electron
    const seen: { window: FakeBrowserWindow; policy: string; body: string }[] = []
    app.on('web-contents-created', (_event, contents: FakeBrowserWindow['webContents']) => {
      const print = contents.printToPDF.bind(contents)
      contents.printToPDF = async (how) => {
        const window = [...app.windows].find((it) => it.webContents === contents)!
        const response = await desktop.electron.fetch(contents.mainFrame.url)
        const policy = response.headers.get('content-security-policy') ?? ''
        seen.push({ window, policy, body: await response.text() })
        return print(how)
      }
    })
    const path = join(desktop.folder, 'out.pdf')
    const reply = await desktop.bridge().call('export.pdf', path, html, options)
    expect(reply).toEqual({ ok: true, value: null })
    return { path, ...seen[0]! }
  }

  it('prints the page in a hidden window that runs nothing and loads nothing, then forgets it', async () => {
    const { path, window, policy, body } = await exportWatched('<h1>Title</h1>', OPTIONS)
    expect(await readFile(path, 'utf8')).toContain('%PDF-')
    expect(body).toBe('<h1>Title</h1>')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src|https?:/)
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    })
    expect(window.isDestroyed()).toBe(true)
    expect((await desktop.electron.fetch(window.webContents.mainFrame.url)).status).not.toBe(200)
  })

  it('loads pictures from other hosts only where the writer allows it', async () => {
    const { policy } = await exportWatched('<p>x</p>', { ...OPTIONS, remoteImages: true })
    expect(policy).toContain('img-src data: https: http:')
  })

  it('cannot call the shell from the hidden window', async () => {
    const { window } = await exportWatched('<p>x</p>', OPTIONS)
    const from = { senderFrame: { url: 'app://galley/', parent: null } }
    const reply = await desktop.electron.invoke(window.webContents, 'galley:call', ['app.info', []], from)
    expect(reply).toMatchObject({ ok: false, code: 'notAllowed' })
  })

  it('says why when the PDF cannot be written', async () => {
    const path = join(desktop.folder, 'missing', 'out.pdf')
    const reply = await desktop.bridge().call('export.pdf', path, '<p>x</p>', OPTIONS)
    expect(reply).toMatchObject({ ok: false, code: 'folderMissing' })
    expect(desktop.electron.windows).toHaveLength(1)
  })
})
