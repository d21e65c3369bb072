import type { BodyFormat } from '../../../core/article/body-format.ts'

/** A hostile case that reaches what is added after sanitising, or what stands around an article. */
export interface RichCase {
  readonly technique: string
  readonly source: string
  readonly format: BodyFormat
  readonly fields?: Readonly<Record<string, string>>
  /** The article's file name. */
  readonly name?: string
  /** The folder's own style sheet. */
  readonly css?: string
}

const CODE = [
  '<img src=x onerror=RUN>',
  '</code></pre><img src=x onerror=RUN>',
  '</span><script>RUN</script>',
  '// <svg onload=RUN>',
  'const a = "</script><script>RUN</script>"',
  '&lt;img src=x onerror=RUN&gt;',
  '<!--><img src=x onerror=RUN>-->',
  '<a href="javascript:RUN">x</a>',
  '/* <style>@import url(URL)</style> */',
]
const INFOS = [
  'js" onclick="RUN',
  'js><img src=x onerror=RUN>',
  'js&quot; onmouseover=&quot;RUN',
  'mermaid" onload="RUN',
  '__proto__',
  'constructor',
  'toString',
  '"><svg/onload=RUN>',
]
const TEX = [
  '\\href{javascript:RUN}{x}',
  '\\url{javascript:RUN}',
  '\\href{URL}{x}',
  '\\includegraphics{URL}',
  '\\includegraphics[height=1em, alt=x]{URL}',
  '\\htmlClass{x" onclick="RUN}{x}',
  '\\htmlId{location}{x}',
  '\\htmlStyle{background:url(URL);position:fixed}{x}',
  '\\htmlData{x=1" onclick="RUN}{x}',
  '\\text{<img src=x onerror=RUN>}',
  '\\text{</annotation><img src=x onerror=RUN>}',
  '</math><img src=x onerror=RUN>',
  '<img src=x onerror=RUN>',
  '\\unicode{<script>RUN</script>}',
  '\\def\\a{\\a\\a}\\a',
  '\\def\\a#1{\\a{#1#1}}\\a{x}',
  '\\rule{9999999em}{9999999em}',
  '\\color{red;background:url(URL)}x',
  '\\textcolor{"onmouseover=RUN}{x}',
  '\\char"3C script\\char"3E',
  '\\kern{-99999em}x',
  '\\gdef\\x{<img src=x onerror=RUN>}\\x',
  '\\href{java\\tscript:RUN}{x}',
  '\\href{data:text/html,<script>RUN</script>}{x}',
  '\\url{//HOST/a}',
  '\\includegraphics{\\\\\\\\HOST\\\\a.png}',
  '\\htmlData{onclick=RUN, src=URL}{x}',
  '\\htmlStyle{background-image:image-set("URL" 1x)}{x}',
  '\\htmlId{stage}{x}',
  '\\let\\href\\undefined\\href{javascript:RUN}{x}',
]
const DIAGRAMS = [
  'flowchart LR\n  A["<img src=x onerror=RUN>"] --> B',
  'flowchart LR\n  A["<img src=URL>"] --> B',
  'flowchart LR\n  A --> B\n  click A "javascript:RUN"',
  'flowchart LR\n  A --> B\n  click A href "javascript:RUN" "x"',
  'flowchart LR\n  A --> B\n  click A call RUN()',
  'flowchart LR\n  A --> B\n  style A fill:url(URL),stroke:red',
  'flowchart LR\n  A:::x --> B\n  classDef x fill:red;}*{background:url(URL)',
  '%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\nflowchart LR\n  A["<img src=x onerror=RUN>"]',
  '%%{init: {"themeCSS": "*{background:url(URL)} @import url(URL);"}}%%\nflowchart LR\n  A',
  '%%{init: {"fontFamily": "x;} *{background:url(URL)}"}}%%\nflowchart LR\n  A',
  '%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red;} *{background:url(URL)"}}}%%\nflowchart LR\n  A',
  '%%{init: {"__proto__": {"polluted": true}}}%%\nflowchart LR\n  A',
  '---\ntitle: <img src=x onerror=RUN>\nconfig:\n  securityLevel: loose\n---\nflowchart LR\n  A',
  'sequenceDiagram\n  participant A as <img src=x onerror=RUN>\n  A->>A: <script>RUN</script>',
  'sequenceDiagram\n  link Alice: x @ javascript:RUN\n  Alice->>Bob: x',
  'classDiagram\n  class A {\n    <img src=x onerror=RUN>\n  }\n  link A "javascript:RUN"',
  'stateDiagram-v2\n  [*] --> A: <img src=x onerror=RUN>',
  'gantt\n  title <img src=x onerror=RUN>\n  section S\n  A :a, 2026-01-01, 1d\n  click a href "javascript:RUN"',
  'pie title <img src=x onerror=RUN>\n  "<svg onload=RUN>" : 3\n  "b" : 2',
  'mindmap\n  root((<img src=x onerror=RUN>))\n    A',
  'erDiagram\n  A ||--o{ B : "<img src=x onerror=RUN>"',
  'journey\n  title <img src=x onerror=RUN>\n  section S\n    T: 5: Me',
  'flowchart LR\n  A["$$\\href{javascript:RUN}{x}$$"]',
  'flowchart LR\n  A@{ img: "URL", label: "x", w: 60, h: 60 }',
  'flowchart LR\n  A@{ icon: "fa:user", form: "square" }',
  '<script>RUN</script>',
  '%%{init: {"themeCSS": "@import url(URL); * { background: image-set(\\"URL\\" 1x) }"}}%%\nflowchart LR\n  A',
  '%%{init: {"themeVariables": {"fontFamily": "x\\"; } @import url(URL); {"}}}%%\nflowchart LR\n  A',
  '%%{init: {"flowchart": {"htmlLabels": true}, "dompurifyConfig": {"ADD_TAGS": ["script", "iframe"]}}}%%\nflowchart LR\n  A["<iframe srcdoc=\'<script>RUN</script>\'>"]',
  '%%{wrap}%%\nflowchart LR\n  A --> B\n  click A "URL" _self\n  linkStyle 0 stroke:url(URL)',
  'flowchart LR\n  A["`**x** ![y](URL)`"] --> B["&lt;img src=x onerror=RUN&gt;"]',
  'block-beta\n  a["<svg/onload=RUN>"]',
  'timeline\n  title <img src=x onerror=RUN>\n  2026 : <img src=URL>',
  'C4Context\n  Person(a, "<img src=x onerror=RUN>", "x", $sprite="URL", $link="javascript:RUN")',
]
const NAMES = [
  '<img src=x onerror=RUN>.md',
  '"><svg onload=RUN>.md',
  'javascript:RUN.md',
  '..%2f..%2fetc.md',
  '//HOST/a.md',
  '\\\\HOST\\share.md',
  '../../../../etc/passwd.md',
  'URL.md',
  'x\u202egnp.md',
]
const HEADS = [
  '<img src=x onerror=RUN>',
  '"><script>RUN</script>',
  'javascript:RUN',
  'data:text/html,<script>RUN</script>',
  'url(URL)',
  '\\\\HOST\\a.png',
  '//HOST/a.png',
  'x" onerror="RUN',
]
const SHEETS = [
  '@import url(URL);',
  '@import "URL";',
  'p { background: url(URL) }',
  'p { background: u\\72l(URL) }',
  'p { background: image-set("URL" 1x) }',
  ':root { --a: url(URL) } p { background: var(--a) }',
  ':root { --a: u\\72 l(URL) } p { background: var(--a) }',
  '@font-face { font-family: a; src: url(URL) } p { font-family: a }',
  'p::after { content: url(URL) }',
  'p { cursor: url(URL), auto; list-style-image: url(URL); border-image: url(URL) 1 }',
  '@media all { p { background: url(URL) } }',
  '@supports (color: red) { p { background: url(URL) } }',
  '@layer a { p { background: url(URL) } }',
  'p { & b { background: url(URL) } }',
  '@namespace url(URL);',
  '</style><script>RUN</script>',
  'p { behavior: url(URL); -moz-binding: url(URL) }',
  'p { background: image-set("URL" 1x) ; background: -webkit-image-set(url(URL) 1x) }',
  'p { background: cross-fade(url(URL), red) } p { background: -webkit-cross-fade(url(URL), url(URL), 50%) }',
  '@\\69mport "URL";',
  '@import "URL" layer(a) supports(color: red) screen;',
  '@property --a { syntax: "<image>"; inherits: true; initial-value: url(URL) } p { background: var(--a) }',
  '@container (width > 0) { p { background: url(URL) } }',
  '@scope (body) { p { background: url(URL) } }',
  '@starting-style { p { background: url(URL) } }',
  '@counter-style a { system: cyclic; symbols: url(URL) } p { list-style: a; display: list-item }',
  '@keyframes a { to { background: url(URL) } } p { animation: a 1ms forwards }',
  '@page { background: url(URL) } @view-transition { navigation: auto }',
  '@font-feature-values x { } @font-palette-values --a { base-palette: 0 } @color-profile --a { src: url(URL) }',
  ':root { --a: "URL" } p { background: image-set(var(--a) 1x) }',
  'p { position: fixed; inset: 0; z-index: 9 } b { position: sticky }',
  'p { position: attr(class type(*), fixed); inset: 0 } b { position: if(else: fixed) }',
  '@function --f() { result: url(URL) } p { background: --f() }',
  '@function --f() { result: fixed } p { position: --f(); inset: 0 }',
  'p { background: if(media(width > 0): url(URL)) } b { background: if(else: image-set("URL" 1x)) }',
  'p { background: image-set(attr(class) 1x) ; mask: attr(title type(*)) }',
  'p::after { content: "</style><script>RUN</script>" }',
  'p[title="</STYLE ><img src=x onerror=RUN>"] { color: red }',
  'p { --a: "</style><meta http-equiv=refresh content=0;url=URL>" }',
  '@supports (content: "</style/><img src=x onerror=RUN>") { p { color: red } }',
]

function cases(technique: string, sources: readonly string[]): readonly RichCase[] {
  return sources.map((source) => ({ technique, source, format: 'markdown' }))
}

/** Every case whose danger would come by coloured code, formulas, diagrams, names, the head or own style sheets. */
export const HOSTILE_RICH: readonly RichCase[] = [
  ...cases(
    'coloured code',
    CODE.flatMap((code) => ['js', 'html', 'css'].map((name) => `\`\`\`${name}\n${code}\n\`\`\`\n`)),
  ),
  ...CODE.map((code): RichCase => ({
    technique: 'coloured code in HTML',
    format: 'html',
    source: `<pre><code class="language-html">${code.replaceAll('<', '&lt;')}</code></pre>`,
  })),
  ...cases(
    'fence information',
    INFOS.map((info) => `~~~${info}\nx\n~~~\n`),
  ),
  ...cases(
    'formula',
    TEX.flatMap((tex) => [`a $${tex}$ b`, `$$\n${tex}\n$$\n`]),
  ),
  ...cases(
    'diagram',
    DIAGRAMS.map((code) => `\`\`\`mermaid\n${code}\n\`\`\`\n`),
  ),
  ...NAMES.map((name): RichCase => ({
    technique: 'file name',
    format: 'markdown',
    source: '![x](x.png)',
    name,
  })),
  ...['title', 'cover', 'author', 'date', 'tags', 'categories'].flatMap((key) =>
    HEADS.map((value): RichCase => ({
      technique: `head: ${key}`,
      format: 'markdown',
      source: 'x',
      fields: { [key]: value },
    })),
  ),
  ...SHEETS.map((css): RichCase => ({
    technique: 'own style sheet',
    format: 'markdown',
    source: 'One **b**.',
    css,
  })),
]
