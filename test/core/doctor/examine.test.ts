import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { splitArticle } from '../../../core/article/split.ts'
import { editsOf, examineHtml, type Examination } from '../../../core/doctor/examine.ts'
import { htmlText } from '../markdown/random-text.ts'
import { runs } from '../../runs.ts'

function examine(html: string): Examination {
  const work = examineHtml(html)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
/** What is found, and the text once all of it is mended. */
const mended = (html: string): readonly [codes: string, html: string] => {
  const { findings } = examine(html)
  return [findings.map(({ code }) => code).join(' '), applyEdits(html, editsOf(findings))]
}

describe('what web pages leave behind is found and mended, and nothing else changes', () => {
  test.each([
    ['<style>a &#123; b: c &#125; x &gt; y &lbrace;&rbrace;</style>', 'escapedBraces', '<style>a { b: c } x > y {}</style>'],
    ['<style>a &gt; b {}</style>', '', '<style>a &gt; b {}</style>'],
    ['<pre>vector<int> a; <b>x</b></int></pre>', 'tagsInCode', '<pre>vector&lt;int> a; <b>x</b>&lt;/int></pre>'],
    ['<pre><code>&lt;head><base href="/"></code></pre>', 'tagsInCode', '<pre><code>&lt;head>&lt;base href="/"></code></pre>'],
    ['<pre><span class="k">if</span></pre>', '', '<pre><span class="k">if</span></pre>'],
    ['<p><span><span class="a"><span>x</span></span></span></p>', 'spanTower', '<p><span class="a">x</span></p>'],
    ['<p><span><span><span>x</span></span></span></p>', 'spanTower', '<p>x</p>'],
    ['<span>a<span><span>x</span></span></span>', '', '<span>a<span><span>x</span></span></span>'],
    ['a<div><p>&nbsp;</p><p><br></p></div>b', 'emptyElement', 'ab'],
    ['<p></p><a id="x"></a><td></td><p><img src="a"></p><p><!-- more --></p>', 'emptyElement', '<a id="x"></a><td></td><p><img src="a"></p><p><!-- more --></p>'],
    ['<p data-a="1" class="b" data-c>x</p>', 'dataAttribute', '<p class="b">x</p>'],
    ['<pre data-lang="js">x</pre>', '', '<pre data-lang="js">x</pre>'],
    ['<img src="a.png" onerror="x()" ONLOAD=y>', 'eventAttribute', '<img src="a.png">'],
    ['<a href="/x?utm_source=a&amp;b=1&amp;spm=2#c">x</a>', 'trackingParameter', '<a href="/x?b=1#c">x</a>'],
    ['<a href=\'/x?fbclid=1\'>x</a>', 'trackingParameter', "<a href='/x'>x</a>"],
    ['<a href="/x?utm=1&from=2">x</a>', '', '<a href="/x?utm=1&from=2">x</a>'],
    ['<p style="color: red; position: fixed; top: 0">x</p>', 'fixedPosition', '<p style="color: red; top: 0">x</p>'],
    ['<p style="position:sticky">x</p>', 'fixedPosition', '<p>x</p>'],
    ['<p style="background-position: fixed">x</p>', '', '<p style="background-position: fixed">x</p>'],
    ['<img data-src="a.png" alt="x">', 'lazyImage', '<img src="a.png" alt="x">'],
    ['<img src="/img/loading.gif" data-original="a.png">', 'lazyImage', '<img src="a.png">'],
    ['<img src="b.png" data-src="a.png">', 'dataAttribute', '<img src="b.png">'],
    ['<p>a</p><div class="post-share"><p>Share: <a href="#">X</a></p></div>', 'widget', '<p>a</p>'],
    ['<p>a</p><section><p>喜欢的话，请给作者打赏</p></section>', 'widget', '<p>a</p>'],
    ['<p>微信扫一扫关注公众号</p>', 'widget', ''],
    ['<p>我们在会上<a href="/x">分享到</a>了很多，也谈到打赏与赞赏的区别，并讨论了这些机制怎样影响作者的收入、读者的习惯以及平台的规则，结论留到下一篇，届时再把数据放出来给大家看一看。</p>', '', null],
    ['<h2>分享到此</h2><p>shared</p><div class="shareholder">x</div>', '', null],
  ])('%s', (html, codes, expected) => {
    expect(mended(html)).toEqual([codes, expected ?? html])
  }) // prettier-ignore
})

test('a page with everything is mended in one go, and is well afterwards', () => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/scraped.html'), 'utf8')
  const body = text.slice(splitArticle(text).body.from)
  const [codes, html] = mended(body)
  expect(new Set(codes.split(' ')).size).toBe(10)
  expect(html).toContain('.lead { color: teal; } .lead > b { margin: 0 }')
  expect(html).toContain('<span style="font-size: 16px">first boat</span>')
  expect(html).toContain('https://ferry.example/times?line=4#north')
  expect(html).toContain('vector&lt;int> times;\n&lt;base href="/">')
  expect(html).toContain('分享 is a good word')
  expect(html).not.toMatch(/打赏|Tweet|data-|onclick|position/)
  expect(examine(html).findings).toEqual([])
})

test.each(['<pre><script><span>', '<style>&#123;<span></b', '<pre><title></titl'])(
  '%s: nothing is taken for a closing tag',
  (html) => {
    const { findings } = examine(html)
    for (const { span, edits } of findings)
      for (const { from, to } of [span, ...edits])
        expect(from >= 0 && from <= to && to <= html.length).toBe(true)
    applyEdits(html, editsOf(findings))
  },
)

test('for every text: findings lie inside it and all their edits fit together', () => {
  const bits = fc.constantFrom(
    '<span>',
    '</span>',
    '<img data-src="a" data-x=1>',
    '<p class="share">',
    '打赏',
    '<pre><int>',
    '</pre>',
    ' ',
  )
  const scraped = fc.tuple(htmlText, fc.array(bits, { maxLength: 30 })).map(([a, list]) => a + list.join(''))
  fc.assert(
    fc.property(scraped, (html) => {
      const { findings } = examine(html)
      for (const { span, edits } of findings) {
        for (const { from, to } of edits) expect(from >= 0 && from <= to && to <= html.length).toBe(true)
        expect(span.to).toBeLessThanOrEqual(html.length)
        applyEdits(html, edits)
      }
      applyEdits(html, editsOf(findings))
    }),
    { numRuns: runs(300) },
  )
})

test('a long, deep or broken page is read in steps', () => {
  const texts = [
    '<div class="share">'.repeat(40_000), '<div>'.repeat(40_000) + '</div>'.repeat(40_000), '<span>'.repeat(20_000) + 'x' + '</span>'.repeat(20_000),
    '<a href="?&&&&">'.repeat(20_000), '<p style=";;;position">'.repeat(20_000), '<pre>' + '<int>'.repeat(100_000), '<p data-a="'.repeat(50_000),
  ] // prettier-ignore
  for (const text of texts) {
    let steps = 0
    for (const work = examineHtml(text); !work.next().done;) steps++
    expect(steps).toBeGreaterThan(0)
  }
})
