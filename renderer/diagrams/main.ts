import mermaid from 'mermaid'
import type { Drawing } from './drawing.ts'
import { flatSvg } from './flat-svg.ts'

const MOST_SOURCE = 20_000
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

let count = 0

async function draw(source: string, dark: boolean): Promise<Drawing> {
  const id = `galley-diagram-${String(++count)}`
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
    maxEdges: 300,
    htmlLabels: false,
    class: { htmlLabels: false },
    fontFamily: FONT,
    theme: dark ? 'dark' : 'neutral',
  })
  try {
    const { svg } = await mermaid.render(id, source)
    document.body.innerHTML = svg
    const made = document.querySelector('svg')
    if (!made) return { ok: false, reason: 'Mermaid made no picture.' }
    return { ok: true, svg: flatSvg(made, id) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  } finally {
    document.body.replaceChildren()
  }
}

window.drawDiagram = draw
