/** The n-th text: its number, then so many lines of it that neighbours differ in length and in every line. */
export function textOf(n: number): string {
  return `${n}\n` + `${n} 一行 of the article\n`.repeat(200 + ((n * 137) % 900))
}

/** The number of the text this is, or null when it is none of them whole. */
export function numberOf(text: string): number | null {
  const n = Number(text.slice(0, text.indexOf('\n')))
  return Number.isInteger(n) && textOf(n) === text ? n : null
}
