/**
 * The first character of each initial in the order of pinyin (CLDR's `zh-u-co-pinyin`), so that any Han character's
 * initial is that of the last one it does not come before. No table of readings is needed.
 */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'
const INITIALS = 'abcdefghjklmnopqrstwxyz'

/** Characters of commands and file names whose other reading is the usual one there. */
const OTHER_READINGS: Readonly<Record<string, string>> = {
  重: 'c',
  行: 'h',
  长: 'c',
  调: 't',
  藏: 'c',
  弹: 't',
  会: 'h',
  系: 'x',
  还: 'h',
  单: 'd',
  曾: 'c',
  传: 'c',
}

const HAN = /\p{Script=Han}/u

let collator: Intl.Collator | null = null

/** The pinyin initial of a Han character in its first reading; null for any other character. */
function initialOf(character: string): string | null {
  if (!HAN.test(character)) return null
  collator ??= new Intl.Collator('zh-u-co-pinyin')
  let found = 0
  for (let at = 1; at < FIRST.length; at += 1) {
    if (collator.compare(character, FIRST.charAt(at)) < 0) break
    found = at
  }
  return INITIALS.charAt(found)
}

const known = new Map<string, readonly string[]>()

/**
 * What a Chinese text is found by when its pinyin initials are typed (`保存`: `bc`): its initials, and a second time with
 * other readings where it has any. Latin letters and digits stay, everything else is left out. Empty without Han.
 */
export function pinyinInitials(text: string): readonly string[] {
  if (!HAN.test(text)) return []
  const before = known.get(text)
  if (before) return before
  let usual = ''
  let other = ''
  for (const character of text.toLowerCase()) {
    const initial = initialOf(character) ?? (/[a-z0-9]/.test(character) ? character : '')
    usual += initial
    other += OTHER_READINGS[character] ?? initial
  }
  const found = usual === other ? [usual] : [usual, other]
  known.set(text, found)
  return found
}
