/** A seeded generator of numbers in [0, 1): mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS =
  'harbour lantern quay winter tide rope paper bamboo morning gull engine chain lamp stone rain street market bell'.split(
    ' ',
  )
const SIGNS = '灯笼街夜雨石纸竹山水船港潮风钟市人声旧路冬春晨光影桥巷墙火'.split('')

/** Where typing is measured: a paragraph in the middle that ends in this word. */
export const MARK = 'typehere'

/** A Markdown article of about `bytes` UTF-8 bytes, English and Chinese mixed, always the same for a size. */
export function longArticle(bytes: number): string {
  const random = seeded(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ')
  const signs = (count: number): string => Array.from({ length: count }, () => pick(SIGNS)).join('') + '。'
  const paragraph = (): string =>
    Array.from({ length: 4 }, () =>
      random() < 0.4
        ? signs(30)
        : `${words(12)} **${words(2)}** and [${words(1)}](https://example.com/${words(1)}).`,
    ).join(' ')
  const blocks: (() => string)[] = [
    paragraph,
    paragraph,
    paragraph,
    () => `## ${words(3)}`,
    () => Array.from({ length: 5 }, () => `- ${words(8)} \`${words(1)}\``).join('\n'),
    () =>
      `| a | b |\n| --- | --: |\n${Array.from({ length: 4 }, () => `| ${words(2)} | ${signs(4)} |`).join('\n')}`,
    () =>
      `\`\`\`js\n${Array.from({ length: 6 }, () => `const ${words(1)} = '${words(2)}'`).join('\n')}\n\`\`\``,
    () => `> ${words(14)}\n>\n> ${signs(20)}`,
  ]
  const parts = ['---\ntitle: A long winter\ndate: 2024-01-09\ntags: [sea]\n---\n\n# A long winter']
  const size = (text: string): number => new TextEncoder().encode(text).length + 2
  let total = size(parts[0] ?? '')
  let marked = false
  while (total < bytes) {
    const block: string = !marked && total > bytes / 2 ? `${words(10)} ${MARK}` : pick(blocks)()
    marked ||= block.endsWith(MARK)
    parts.push(block)
    total += size(block)
  }
  return parts.join('\n\n') + '\n'
}
