import { randomBytes } from 'node:crypto'
import { BrowserWindow } from 'electron'
import type { PdfOptions } from '../../core/contract.ts'
import type { Content, FindContent } from '../content.ts'
import { APP_PAGE } from './origin.ts'
import { pdfOptions } from './pdf-options.ts'

/** Makes PDFs of exported pages in a hidden window of their own. */
export interface PdfMaker {
  /** `html` is a page that stands alone. */
  make(html: string, options: PdfOptions): Promise<Uint8Array>
  /** Finds the page that is being printed; `next` finds everything else. */
  serve(next: FindContent): FindContent
}

const FOLDER = 'print/'

/** Nothing runs, and only what the page holds itself is shown; remote pictures with the writer's leave. */
function policy(remoteImages: boolean): string {
  return [
    "default-src 'none'",
    `img-src data:${remoteImages ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function createPdfMaker(): PdfMaker {
  const pages = new Map<string, Content>()

  function contentOf(html: string, remoteImages: boolean): Content {
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(remoteImages),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    }
    return { status: 200, headers, body: () => Buffer.from(html) }
  }

  return {
    serve: (next) => (pathname, query) => {
      const page = pages.get(pathname)
      return page ? Promise.resolve(page) : next(pathname, query)
    },
    async make(html, options) {
      const name = FOLDER + randomBytes(16).toString('hex')
      pages.set(`/${name}`, contentOf(html, options.remoteImages))
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
          javascript: false,
          spellcheck: false,
        },
      })
      try {
        await window.loadURL(APP_PAGE + name)
        return await window.webContents.printToPDF(pdfOptions(options))
      } finally {
        pages.delete(`/${name}`)
        window.destroy()
      }
    },
  }
}
