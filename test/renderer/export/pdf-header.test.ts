import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { pdfOptionsOf } from '../../../renderer/export/pdf-header.ts'

const CHOSEN = { pageSize: 'A4', landscape: false, margins: 'normal', headerFooter: true } as const

function optionsOf(frontMatter: string) {
  const { fields } = readFrontMatter(`---\n${frontMatter}\n---\n\nText.\n`)
  return pdfOptionsOf(CHOSEN, 'The quay', fields, false)
}

describe('what stands above the pages of a PDF', () => {
  it('is the title, the author and the date of the article', () => {
    expect(optionsOf('title: The quay\nauthor: Ada\ndate: 2026-05-04')).toEqual({
      ...CHOSEN,
      title: 'The quay',
      byline: 'Ada · 2026-05-04',
      remoteImages: false,
    })
  })

  it.each([
    ['authors: [Ada, Bo]', 'Ada, Bo'],
    ['date: 2026-05-04', '2026-05-04'],
    ['tags: [quay]', ''],
  ])('leaves out what %s does not say', (frontMatter, byline) => {
    expect(optionsOf(frontMatter).byline).toBe(byline)
  })
})
