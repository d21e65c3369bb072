import type { PrintToPDFOptions } from 'electron'
import type { PdfOptions } from '../../core/contract.ts'

/** Margins in inches. */
const MARGINS = { normal: 0.8, narrow: 0.45, wide: 1.2, none: 0 }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`)
}

function line(left: string, right: string): string {
  const style =
    'width: 100%; padding: 0 0.6in; display: flex; justify-content: space-between; font: 8px sans-serif; color: #555'
  return `<div style="${style}"><span>${left}</span><span>${right}</span></div>`
}

/** Electron's options for what the writer chose. Chromium makes an outline of the headings of a tagged PDF only. */
export function pdfOptions(options: PdfOptions): PrintToPDFOptions {
  const margin = MARGINS[options.margins]
  const displayHeaderFooter = options.headerFooter && margin > 0
  return {
    pageSize: options.pageSize,
    landscape: options.landscape,
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter,
    ...(displayHeaderFooter
      ? {
          headerTemplate: line(escapeHtml(options.title), escapeHtml(options.byline)),
          footerTemplate: line('', '<span class="pageNumber"></span> / <span class="totalPages"></span>'),
        }
      : {}),
  }
}
