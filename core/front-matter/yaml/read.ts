import { YAMLException } from 'js-yaml'
import { lineNumberAt } from '../../article/line-number.ts'
import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { FormatReading } from '../format.ts'
import { fieldsOf } from './fields.ts'
import type { YamlNode } from './node.ts'
import { entryStarts, longestPrefix } from './recover.ts'
import { syntaxReason, syntaxSentence } from './syntax-problem.ts'
import { tryParse, type YamlTree } from './tree.ts'

/** What stands between the fences as a tree: all of it, or as many whole top-level entries as parse. */
export interface YamlReading {
  /** The root mapping; null when there is none. */
  readonly root: YamlNode | null
  /** Up to where `root` was read: the end of the content, or the beginning of the entry that holds the error. */
  readonly to: number
  /** False when an error hides the rest, or what stands there is no mapping. */
  readonly complete: boolean
  readonly problems: readonly Problem[]
}

/** Reads YAML front matter. With a syntax error, the entries before the one that holds it are still fields. */
export function readYaml(text: string, content: Span): FormatReading {
  const tree = readTree(text, content)
  trees.set(content, { source: text.slice(content.from, content.to), tree })
  const { root, complete, problems } = tree
  if (root === null) return { fields: [], problems, complete }
  const read = fieldsOf(text, root)
  return { fields: read.fields, problems: [...problems, ...read.problems], complete }
}

/** The trees behind front matter that is still in use, for the edits that begin with it. */
const trees = new WeakMap<Span, { readonly source: string; readonly tree: YamlReading }>()

/** The tree that `content` of `text` was read with, or else is read with now. */
export function treeOf(text: string, content: Span): YamlReading {
  const kept = trees.get(content)
  return kept?.source === text.slice(content.from, content.to) ? kept.tree : readTree(text, content)
}

/** Parses `content` of `text`, or the longest run of its top-level entries that parses. */
export function readTree(text: string, content: Span): YamlReading {
  const source = text.slice(content.from, content.to)
  const whole = tryParse(source, content.from)
  if (!(whole instanceof YAMLException)) return readWhole(text, content, whole)
  const starts = entryStarts(source)
  const { tree, entry } = longestPrefix(source, content.from, starts, whole.mark?.position ?? 0)
  const from = starts[entry] ?? 0
  const problem = syntaxProblem(text, content, whole, from, starts[entry + 1] ?? source.length)
  const root = tree.root?.kind === 'map' ? tree.root : null
  return { root, to: content.from + from, complete: false, problems: [problem] }
}

function readWhole(text: string, content: Span, { root, more }: YamlTree): YamlReading {
  if (root !== null && root.kind !== 'map' && root.outerFrom < root.to) {
    const problem = shapeProblem(text, root, 'notAMapping', 'No “key: value” entries stand here.')
    return { root: null, to: content.to, complete: false, problems: [problem] }
  }
  const problems = more
    ? [
        shapeProblem(
          text,
          content,
          'severalDocuments',
          'A second YAML document begins here, which is not read.',
        ),
      ]
    : []
  return { root: root?.kind === 'map' ? root : null, to: content.to, complete: !more, problems }
}

function shapeProblem(text: string, at: Span, code: string, message: string): Problem {
  const span = { from: at.from, to: at.to }
  return { code, severity: 'error', span, line: lineNumberAt(text, at.from), message }
}

/**
 * The parser may notice an error long after its cause (a quote never closed): a place outside the first entry that
 * cannot be read (`entryFrom`–`entryTo` of the content) is replaced by that entry's first line.
 */
function syntaxProblem(
  text: string,
  content: Span,
  error: YAMLException,
  entryFrom: number,
  entryTo: number,
): Problem {
  const position = error.mark?.position ?? entryFrom
  const inside = position >= entryFrom && position < entryTo
  const span = lineSpan(text, content.from + (inside ? position : entryFrom), content)
  const reason = syntaxReason(error.reason, text.slice(span.from, span.to))
  return {
    code: 'syntax',
    severity: 'error',
    span,
    line: lineNumberAt(text, span.from),
    message: syntaxSentence(reason),
    params: { reason },
  }
}

/** The written part of the line that holds `at`; the last line with something on it when `at` is past the end. */
function lineSpan(text: string, at: number, content: Span): Span {
  let place = Math.min(at, content.to)
  while (place > content.from && /[\s]/.test(text.charAt(place - 1)) && place >= content.to) place--
  let from = place
  while (from > content.from && !/[\r\n]/.test(text.charAt(from - 1))) from--
  let to = place
  while (to < content.to && !/[\r\n]/.test(text.charAt(to))) to++
  const line = text.slice(from, to)
  return { from: from + line.length - line.trimStart().length, to: from + Math.max(line.trimEnd().length, 0) }
}
