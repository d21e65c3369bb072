/**
 * Encodings an article can be read and written in, as named in the status bar. `utf-16le` and `utf-16be` stand
 * for files that begin with a byte order mark.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'utf-16le-no-bom',
  'utf-16be-no-bom',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
] as const

export type Encoding = (typeof ENCODINGS)[number]
