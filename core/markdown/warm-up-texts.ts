/** So often the engine takes note of what is worth being made quicker. */
export const WARM_UP_TIMES = 12

/** A short block of every kind, with `a` where other letters will stand, too. */
export const WARM_UP_TEXTS = [
  'a **b** _c_ ~~d~~ `e` [f](g) ![h](i) <b>j</b> https://k.example\nl',
  '- a\n- b\n  1. c',
  '> a\nb',
  '| a |\n| - |\n| b |',
  'a\n---',
  '<p>a</p>',
  'a\n: b',
] as const

/** The body of a short article in HTML. */
export const WARM_UP_HTML =
  '<h2 id="a">a</h2>\n<p>a <b>b</b> <a href="c">d</a><br></p>\n<ul>\n<li>e</li>\n</ul>\n<!-- f -->\n<img src="g">&amp;\n'
