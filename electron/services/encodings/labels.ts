import type { Encoding } from '../../../core/encodings.ts'

/** Names used in web pages and by detectors, lower case without punctuation, and what Galley reads them with. */
const LABELS: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gbk',
  xgbk: 'gbk',
  gb2312: 'gbk',
  cp936: 'gbk',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  xsjis: 'shift_jis',
  cp932: 'shift_jis',
  windows31j: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  ksc56011987: 'euc-kr',
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1252: 'windows-1252',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1255: 'windows-1255',
  windows1256: 'windows-1256',
  windows1257: 'windows-1257',
  windows1258: 'windows-1258',
  cp1258: 'windows-1258',
  // As in the WHATWG Encoding Standard, the ISO forms are read as their Windows supersets.
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  iso88597: 'windows-1253',
  iso88598: 'windows-1255',
  iso88599: 'windows-1254',
}

/** The encoding meant by a label such as `GB2312` or `x-sjis`, or null for one Galley does not read. */
export function encodingOfLabel(label: string): Encoding | null {
  const key = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  return Object.hasOwn(LABELS, key) ? (LABELS[key] ?? null) : null
}
