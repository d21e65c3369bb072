import { html, htmlLanguage } from '@codemirror/lang-html'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { Language, LanguageSupport } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import type { BodyFormat } from '../../core/article/body-format.ts'
import { articleData, ArticleParser } from './article-parser.ts'
import { ChunkedParser } from './chunked-parser.ts'
import { cjkEmphasis } from './cjk-emphasis.ts'
import { HtmlBodyParser } from './html-body-parser.ts'

const markdownSupport = markdown({
  base: markdownLanguage,
  addKeymap: false,
  pasteURLAsLink: false,
  codeLanguages: languages,
  extensions: cjkEmphasis,
})
const htmlSupport = html({ autoCloseTags: true })

const markdownArticle = new LanguageSupport(
  new Language(
    articleData,
    new ArticleParser(new ChunkedParser(markdownSupport.language.parser)),
    [],
    'article',
  ),
  markdownSupport.support,
)
const htmlArticle = new LanguageSupport(
  new Language(articleData, new ArticleParser(new HtmlBodyParser(htmlLanguage.parser)), [], 'article'),
  htmlSupport.support,
)

/** The language of an article: front matter in its own notation where `splitField` says it stands, then the body. */
export function articleLanguage(format: BodyFormat): LanguageSupport {
  return format === 'html' ? htmlArticle : markdownArticle
}
