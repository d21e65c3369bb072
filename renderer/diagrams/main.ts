import mermaid from 'mermaid'
import type { Drawing, DrawRequest } from './drawing.ts'
import { flatSvg } from './flat-svg.ts'

/** What takes longer than the page waits for is ended there; these bound the size of what comes back. */
const MOST_SOURCE = 50_000
const MOST_EDGES = 1000
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Texts stand out at 7:1 and more from what they are on. */
const LIGHT = {
  darkMode: false,
  background: '#ffffff',
  primaryColor: '#edf1f5',
  primaryTextColor: '#1f2328',
  primaryBorderColor: '#7d8a97',
  secondaryColor: '#f5efe3',
  tertiaryColor: '#eef4ec',
  lineColor: '#4a525c',
  textColor: '#1f2328',
  noteBkgColor: '#fff6d6',
  noteTextColor: '#1f2328',
  edgeLabelBackground: '#ffffff',
}
const DARK = {
  darkMode: true,
  background: '#1d1c1a',
  primaryColor: '#33373c',
  primaryTextColor: '#eceae6',
  primaryBorderColor: '#8d959e',
  secondaryColor: '#3b352b',
  tertiaryColor: '#2e372d',
  lineColor: '#bdb6ab',
  textColor: '#eceae6',
  noteBkgColor: '#4a4226',
  noteTextColor: '#f2efe8',
  edgeLabelBackground: '#1d1c1a',
}

let count = 0

async function draw({ source, dark }: DrawRequest): Promise<Drawing> {
  const id = `galley-diagram-${String(++count)}`
  try {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      secure: [
        'secure',
        'securityLevel',
        'startOnLoad',
        'maxTextSize',
        'maxEdges',
        'htmlLabels',
        'suppressErrorRendering',
      ],
      suppressErrorRendering: true,
      maxTextSize: MOST_SOURCE,
      maxEdges: MOST_EDGES,
      htmlLabels: false,
      class: { htmlLabels: false },
      fontFamily: FONT,
      theme: 'base',
      themeVariables: { ...(dark ? DARK : LIGHT), fontFamily: FONT, fontSize: '15px' },
    })
    const { svg } = await mermaid.render(id, source)
    document.body.innerHTML = svg
    const made = document.querySelector('svg')
    if (!made) return { ok: false, reason: 'Mermaid made no picture.' }
    return { ok: true, svg: flatSvg(made, id) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  } finally {
    // What a diagram's own directives said would be said again for the next.
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else makes Mermaid forget them
    mermaid.mermaidAPI.reset()
    document.body.replaceChildren()
  }
}

// The frame has an origin of its own, which no one shares: what is asked comes as a message with a port for the answer.
window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<DrawRequest>) => {
  if (source === window.parent) void draw(data).then((drawing) => port?.postMessage(drawing))
})
