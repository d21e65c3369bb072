import { FETCHES, MUTATIONS, STYLES } from './hostile-markup.ts'
import { NEWER, NEWER_STYLES } from './hostile-newer.ts'
import type { BodyFormat } from '../../../core/article/body-format.ts'

/**
 * Techniques by which an article could try to run code or to send something out. `RUN` stands for a script that
 * betrays itself, `URL` for an address that counts requests.
 */
export interface HostileCase {
  readonly technique: string
  readonly source: string
  readonly format: BodyFormat
  readonly fields?: Readonly<Record<string, string>>
}

const EVENTS = (
  'abort animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch ' +
  'beforepaste beforetoggle blur cancel canplay change click close contentvisibilityautostatechange contextmenu copy ' +
  'cut dblclick drag dragend dragenter dragstart drop durationchange ended error focus focusin focusout ' +
  'fullscreenchange gotpointercapture hashchange input invalid keydown keypress keyup load loadeddata loadstart ' +
  'message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup pageshow paste pause play ' +
  'pointerdown pointerenter pointerover pointerrawupdate pointerup progress ratechange readystatechange reset resize ' +
  'scroll scrollend scrollsnapchange search seeked select selectionchange selectstart slotchange submit ' +
  'securitypolicyviolation toggle touchend touchmove touchstart transitioncancel transitionend transitionrun ' +
  'transitionstart unhandledrejection unload volumechange waiting webkitanimationend wheel'
).split(' ')

const SCHEMES = [
  'javascript:RUN',
  'JaVaScRiPt:RUN',
  ' javascript:RUN',
  '&#1;javascript:RUN',
  'java\tscript:RUN',
  'java\nscript:RUN',
  'java&Tab;script:RUN',
  'java&NewLine;script:RUN',
  'javascript&colon;RUN',
  '&#106;avascript:RUN',
  '&#x6A;&#x61;vascript:RUN',
  '&#0000106avascript:RUN',
  'javascript:/*--></title></style></textarea></script>*/RUN',
  'javascript://%0aRUN',
  'vbscript:RUN',
  'livescript:RUN',
  'data:text/html,<script>RUN</script>',
  'data:text/html;base64,PHNjcmlwdD50b3AucmFuKDEpPC9zY3JpcHQ+',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  'data:application/xhtml+xml,<html xmlns="http://www.w3.org/1999/xhtml"><script>RUN</script></html>',
  'blob:null/RUN',
  'filesystem:http://x/RUN',
  'view-source:javascript:RUN',
  'feed:javascript:RUN',
  'jar:javascript:RUN',
]

const URL_PLACES = [
  '<a href="$">x</a>',
  '<a xlink:href="$">x</a>',
  '<img src="$">',
  '<iframe src="$"></iframe>',
  '<form action="$"><button>x</button></form>',
  '<svg><a xlink:href="$"><text>x</text></a></svg>',
  '<object data="$"></object>',
  '<embed src="$">',
]

/** Names that could shadow what scripts of the page use. */
const CLOBBERS = [
  '<form id="x" name="attributes"><input name="attributes"></form>',
  '<img name="getElementById">',
  '<img name="body"><img name="head">',
  '<form name="querySelector"></form>',
  '<a id="defaultView"></a><a id="defaultView" name="x" href="javascript:RUN">x</a>',
  '<form id="document"><input name="cookie"></form>',
  '<iframe name="top" srcdoc="x"></iframe>',
  '<a id="stage" href="javascript:RUN">x</a><a id="ran">x</a>',
  '<form><input name="parentNode"><input name="nodeName"><input name="children"></form>',
  '<img id="documentElement" name="documentElement">',
  '<embed name="location"><object name="scripts"></object>',
  '<p id="__proto__">x</p><p id="constructor">y</p>',
]

/** Markdown's own ways to write addresses, and text that becomes part of an attribute or a tag. */
const MARKDOWN = [
  '[x](javascript:RUN)',
  '[x](JAVASCRIPT:RUN)',
  '[x](<javascript:RUN>)',
  '[x](java&#115;cript:RUN)',
  '[x](javascript&colon;RUN)',
  '[x](&#x6A;avascript:RUN)',
  '[x](data:text/html;base64,PHNjcmlwdD50b3AucmFuKDEpPC9zY3JpcHQ+)',
  '[x](vbscript:RUN)',
  '[x](file:///etc/passwd)',
  '[x](\\\\\\\\HOST\\\\share)',
  '[x]: javascript:RUN\n\n[x]',
  '[x]: <javascript:RUN> "t"\n\n[x][x] ![x]',
  '<javascript:RUN>',
  '<JAVASCRIPT:RUN>',
  '![x](URL)',
  '![x](URL "t")',
  '![x]: URL\n\n![x]',
  '![x](//HOST/a.png)',
  '![x](\\\\\\\\HOST\\\\a.png)',
  '![x](javascript:RUN)',
  '![x](data:text/html,<script>RUN</script>)',
  '![x](x"onerror="RUN)',
  "![x](x'onerror='RUN)",
  '![x" onerror="RUN](y)',
  '![x](y "z" onerror="RUN")',
  '![x](y \'z" onerror="RUN\')',
  '[x](y "z\' onclick=\'RUN")',
  '[x](y"onmouseover="RUN)',
  '[a](b)<img src=x onerror=RUN>',
  '`<img src=x onerror=RUN>`',
  '``` <img src=x onerror=RUN>\nx\n```',
  '```js"><img src=x onerror=RUN>\nx\n```',
  '```" onload="RUN\nx\n```',
  "~~~ x'><script>RUN</script>\nx\n~~~",
  '```html\n<script>RUN</script>\n```',
  '    <script>RUN</script>',
  '| <img src=x onerror=RUN> |\n|---|\n| <script>RUN</script> |',
  '# <img src=x onerror=RUN>',
  '## "><img src=x onerror=RUN>',
  '> <script>RUN</script>',
  '> [!NOTE]\n> <img src=x onerror=RUN>',
  '> [!"><img src=x onerror=RUN>]\n> x',
  '- [ ] <img src=x onerror=RUN>',
  '- <details open ontoggle=RUN>',
  '==<img src=x onerror=RUN>==',
  '[^"><img src=x onerror=RUN>]\n\n[^"><img]: x',
  'x[^a]\n\n[^a]: <img src=x onerror=RUN>',
  'x[^a"onclick="RUN]\n\n[^a"onclick="RUN]: y',
  '{% asset_img "><img src=x onerror=RUN> %}',
  '{% asset_img URL x %}',
  '{% asset_img a.png "\'><img src=x onerror=RUN>" %}',
  '{% <img src=x onerror=RUN> %}',
  '{% raw %}\n<img src=x onerror=RUN>\n{% endraw %}',
  '{{< figure src="URL" onerror="RUN" >}}',
  '{{< <img src=x onerror=RUN> >}}',
  '<div>\n\n<img src=x onerror=RUN>\n\n</div>',
  '<details ontoggle=RUN open>\n\nx\n\n</details>',
  '<!-- more --><img src=x onerror=RUN>',
  '<a href="javascript:RUN">\n\n**x**\n\n</a>',
  '<script>\n\nRUN\n\n</script>',
  '<style>\n\n@import "URL";\n\n</style>',
  '\\<img src=x onerror=RUN>',
  '&lt;img src=x onerror=RUN&gt;',
  '<http://HOST/"onclick="RUN>',
  'http://HOST/"onclick="RUN',
  'www.HOST"><img src=x onerror=RUN>',
  '<a@b.c"onclick="RUN>',
]

const FIELDS = ['title', 'author', 'date', 'cover', 'headimg', 'thumbnail', 'tags', 'categories']
const FIELD_VALUES = [
  '<img src=x onerror=RUN>',
  '"><script>RUN</script>',
  'javascript:RUN',
  'URL',
  '//HOST/a.png',
  '\\\\HOST\\share\\a.png',
  "x' onerror='RUN",
]

function cases(technique: string, format: BodyFormat, sources: readonly string[]): readonly HostileCase[] {
  return sources.map((source) => ({ technique, format, source }))
}

const html = [
  ...cases('fetching element', 'html', FETCHES),
  ...cases('mutation', 'html', MUTATIONS),
  ...cases('clobbering', 'html', CLOBBERS),
  ...cases('newer markup', 'html', NEWER),
  ...cases(
    'style',
    'html',
    [...STYLES, ...NEWER_STYLES].map((style) => `<p style="${style.replaceAll('"', '&quot;')}">x</p>`),
  ),
]

/** Every case; raw HTML is tried as an HTML body and inside Markdown. */
export const HOSTILE: readonly HostileCase[] = [
  ...html,
  ...html.map((one): HostileCase => ({
    ...one,
    technique: `${one.technique} in Markdown`,
    format: 'markdown',
  })),
  ...cases(
    'event attribute',
    'html',
    EVENTS.map((event) => `<p on${event}="RUN" tabindex="0">x</p>`),
  ),
  ...cases(
    'event attribute on an image',
    'html',
    EVENTS.map((event) => `<img src="x" on${event}="RUN">`),
  ),
  ...cases(
    'event attribute in SVG',
    'html',
    EVENTS.map((event) => `<svg on${event}="RUN"><g on${event}="RUN"/></svg>`),
  ),
  ...cases(
    'address',
    'html',
    URL_PLACES.flatMap((place) =>
      SCHEMES.map((scheme) => place.replace('$', () => scheme.replaceAll('"', '&quot;'))),
    ),
  ),
  ...cases('Markdown', 'markdown', MARKDOWN),
  ...FIELDS.flatMap((field) =>
    FIELD_VALUES.map((value): HostileCase => ({
      technique: 'front matter value',
      format: 'markdown',
      source: 'x',
      fields: { [field]: value },
    })),
  ),
]
