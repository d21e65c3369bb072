/** A piece of Markdown and what its HTML holds. */
type Example = readonly [markdown: string, telling: string]

/** Tables (GFM 4.10). */
const TABLES: readonly Example[] = [
  ['| port | ships |\n| --- | ---: |\n| Old | 12 |\n', '<td align="right">12</td>'],
  ['port | ships\n:-- | :-:\nOld | 12\n', '<td align="center">12</td>'],
  ['| a |\n| :- |\n| 1 |\n', '<th align="left">a</th>'],
  ['| a |\n|---|\n', '<thead>'],
  ['|a|b|\n|-|-|\n|1|2|\n', '<td>2</td>'],
  ['  | a | b |\n  | - | - |\n  | 1 | 2 |\n', '<td>1</td>'],
  ['    | a | b |\n    | - | - |\n', '<pre><code>| a | b |'],
  ['| a | b |\n| - |\n| 1 | 2 |\n', '<p>| a | b |'],
  ['| a |\n| - | - |\n| 1 |\n', '<p>| a |'],
  ['| a | b |\n| - | - |\n| only |\n', '<td></td>'],
  ['| a |\n| - |\n| 1 | lost |\n', '<td>1</td>'],
  ['| a | b |\n| - | - |\n| x \\| y | z |\n', '<td>x | y</td>'],
  ['| a | b |\n| - | - |\n| `x \\| y` | z |\n', '<code>x | y</code>'],
  ['| a | b |\n| - | - |\n| **x \\| y** | z |\n', '<strong>x | y</strong>'],
  ['| [a](/b) | ![c](d) |\n| - | - |\n', '<a href="/b">a</a>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n\n| c |\n', '<p>| c |</p>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\nplain\n', '<td>plain</td>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n# After\n', '<h1>After</h1>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n***\n', '<hr>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n    code\n', '<pre><code>code'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n```\ncode\n```\n', '<pre><code>code'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n<div>x</div>\n', '<div>x</div>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n1. item\n', '<ol>'],
  ['| | |\n| - | - |\n| | |\n', '<td></td>'],
  ['| a<br>b | &amp; |\n| - | - |\n', '<th>a<br>b</th>'],
  ['| 港口 | 船 |\n| :---: | --- |\n| 旧港 | 三艘 |\n', '<td align="center">旧港</td>'],
  ['Before.\n\n| a | b |\n| - | - |\n\nAfter.\n', '<p>After.</p>'],
  ['| a | b |\n| = | = |\n', '<p>| a | b |'],
  ['| a | b |\n| - - | - |\n', '<p>| a | b |'],
]

/** Task list items (GFM 5.3). */
const TASKS: readonly Example[] = [
  ['- [ ] sweep\n- [x] lock\n', '<input disabled="" type="checkbox"> sweep'],
  ['* [X] capital\n', '<input checked="" disabled="" type="checkbox"> capital'],
  ['+ [ ] plus\n', 'type="checkbox"'],
  ['1) [ ] numbered\n', '<ol>'],
  ['- [ ] outer\n  - [x] inner\n    - [ ] innermost\n', 'innermost'],
  ['- [x] ~~gone~~ `code` [link](/x)\n', '<del>gone</del>'],
  ['- [ ]  two spaces\n', 'two spaces'],
  ['- []  none\n', '<li>[]'],
  ['- [xx] two\n', '[xx] two'],
  ['- text [ ] later\n', 'text [ ] later'],
  ['[ ] no list\n', '<p>[ ] no list</p>'],
  ['- \\[ ] escaped\n', '[ ] escaped'],
  ['> - [ ] quoted\n', '<blockquote>'],
  ['- [ ] first\n\n  second paragraph\n', '<p>second paragraph</p>'],
]

/** Strikethrough (GFM 6.5). */
const STRIKES: readonly Example[] = [
  ['~~old~~ new\n', '<p><del>old</del> new</p>'],
  ['~old~ new\n', '<p><del>old</del> new</p>'],
  ['~~~~four~~~~\n', '~~~~'],
  ['a~~b~~c\n', 'a<del>b</del>c'],
  ['~~ spaced ~~\n', '~~ spaced ~~'],
  ['~~one\ntwo~~\n', '<del>one\ntwo</del>'],
  ['\\~~not~~\n', '~'],
  ['`~~code~~`\n', '<code>~~code~~</code>'],
  ['~~*both*~~\n', '<del><em>both</em></del>'],
  ['[~~link~~](/x)\n', '<a href="/x"><del>link</del></a>'],
  ['~~删去~~留下\n', '<del>删去</del>留下'],
  ['~~never closed\n', '~~never closed'],
]

/** Autolinks without angle brackets (GFM 6.9). */
const LINKS: readonly Example[] = [
  ['www.example.com\n', '<a href="http://www.example.com">www.example.com</a>'],
  ['See www.example.com/a/b.\n', '<a href="http://www.example.com/a/b">www.example.com/a/b</a>.'],
  ['www.example.com/search?q=(tides)\n', 'q=(tides)"'],
  ['(www.example.com/search?q=(tides))\n', 'q=(tides)</a>)'],
  ['www.example.com/a?b=c&lt;\n', 'href="http://www.example.com/a?b=c"'],
  ['http://example.com/a<b\n', 'href="http://example.com/a"'],
  ['https://example.com/a_b_c_\n', 'a_b_c</a>_'],
  ['ftp://example.com/pub\n', 'href="ftp://example.com/pub"'],
  ['https://example.com?a=b!\n', '<a href="https://example.com?a=b">https://example.com?a=b</a>!'],
  ['*https://example.com/a*\n', '<em><a href="https://example.com/a">'],
  ['me@example.com\n', '<a href="mailto:me@example.com">me@example.com</a>'],
  ['me+tag@mail.example.com, you\n', 'mailto:me+tag@mail.example.com'],
  ['me@example\n', '<p>me@example</p>'],
  ['a.b@c.d.\n', '<a href="mailto:a.b@c.d">a.b@c.d</a>.'],
  ['<www.example.com>\n', '&lt;'],
  ['[https://example.com](/y)\n', '<a href="/y">'],
  ['![https://example.com](/y)\n', 'alt="https://example.com"'],
  ['https://example.com/页\n', 'https://example.com/'],
  ['mailto:me@example.com\n', 'mailto:me@example.com'],
  ['xhttps://example.com\n', 'example.com'],
]

/**
 * Raw HTML that GFM disallows (6.11) is left as it is written by marked: in the preview the sanitiser takes it, which
 * the hostile corpus shows.
 */
const RAW: readonly Example[] = [
  ['<title>x</title>\n', '<title>x</title>'],
  ['a <textarea>b</textarea>\n', '<textarea>b</textarea>'],
  ['<style>p { color: red }</style>\n', '<style>p { color: red }</style>'],
  ['<xmp>x</xmp>\n', '<xmp>x</xmp>'],
  ['<iframe src="x"></iframe>\n', '<iframe src="x"></iframe>'],
  ['<noembed>x</noembed> <noframes>y</noframes>\n', '<noembed>x</noembed>'],
  ['<script>\nx\n</script>\n', '<script>\nx\n</script>'],
  ['<plaintext>x\n', '<plaintext>x'],
  ['<strong>kept</strong>\n', '<strong>kept</strong>'],
]

/** Examples of what GFM adds to CommonMark, rule by rule, written for the project. */
export const GFM_EXAMPLES: readonly Example[] = [...TABLES, ...TASKS, ...STRIKES, ...LINKS, ...RAW]
