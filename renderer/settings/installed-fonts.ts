/** Fonts made for source and prose in columns, Latin and Chinese, that a writer may have. */
const CANDIDATES: readonly string[] = [
  'Cascadia Code',
  'Consolas',
  'DejaVu Sans Mono',
  'Fira Code',
  'Hack',
  'IBM Plex Mono',
  'iA Writer Mono S',
  'Inconsolata',
  'JetBrains Mono',
  'Liberation Mono',
  'LXGW WenKai Mono',
  'Maple Mono',
  'Menlo',
  'Monaco',
  'Noto Sans Mono',
  'Noto Sans Mono CJK SC',
  'Roboto Mono',
  'Sarasa Mono SC',
  'SF Mono',
  'Source Code Pro',
  'Source Han Mono SC',
  'Ubuntu Mono',
  'Victor Mono',
]

const PROBE = 'mmmwwwiiill10校样'

/** Which of the fonts writers use for source are on this machine: those that draw a probe text with other widths. */
export function installedFonts(): readonly string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return []
  const width = (family: string): number => {
    context.font = `72px ${family}`
    return context.measureText(PROBE).width
  }
  const plain = ['serif', 'sans-serif'].map((it) => [it, width(it)] as const)
  return CANDIDATES.filter((name) =>
    plain.some(([generic, usual]) => width(`"${name}", ${generic}`) !== usual),
  )
}
