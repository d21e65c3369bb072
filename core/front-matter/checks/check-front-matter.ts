import { applyEdits } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { Generator } from '../../generator.ts'
import type { FrontMatterBlock } from '../../article/split.ts'
import type { FrontMatter } from '../model.ts'
import { readFrontMatter } from '../read.ts'
import { characterProblems, strayBom } from './characters.ts'
import type { CheckCode } from './check.ts'
import { dateProblems } from './date-problems.ts'
import { duplicateKeys } from './duplicates.ts'
import { likelyCauses } from './likely-causes.ts'
import { withClosingFence } from './never-closed.ts'
import { trailingCommas } from './trailing-commas.ts'
import { withoutOverlaps } from './without-overlaps.ts'
import { yaml11Problems } from './yaml11.ts'

/**
 * Everything that is wrong with the front matter of `text`, in the order of the text: what reading it found
 * (`frontMatter.problems`) and what these checks find. Where front matter does not parse and a likely cause is
 * known, the cause takes the place of the parser's message. With a generator, dates are judged as it reads them.
 */
export function checkFrontMatter(
  text: string,
  frontMatter: FrontMatter,
  generator: Generator | null = null,
): readonly Problem[] {
  const { block, fields } = frontMatter
  const read = frontMatter.problems.map((found) => {
    return found.code === 'fenceNeverClosed' && !found.fix ? withClosingFence(text, found) : found
  })
  if (block === null) return inOrder([...read, ...bomBeforeFence(text)])
  const yaml = block.format === 'yaml'
  const known = new Set(read.map((found) => found.code))
  const causes = causesOf(text, block, frontMatter)
  const found = [
    ...characterProblems(text, block.content, block.format),
    ...causes,
    ...(known.has('duplicateKey') ? [] : duplicateKeys(text, fields)),
    ...(yaml ? yaml11Problems(text, fields) : []),
    ...dateProblems(text, fields, generator),
  ]
  return inOrder([...withoutExplained(text, frontMatter, read, found), ...found])
}

/** In front matter that parses, only a key that has taken a full-width colon into itself is a slip. */
function causesOf(
  text: string,
  block: FrontMatterBlock,
  { complete, fields }: FrontMatter,
): readonly Problem<CheckCode>[] {
  switch (block.format) {
    case 'yaml': {
      const swallowed = fields.filter((field) => field.key.includes('：'))
      if (complete && swallowed.length === 0) return []
      const causes = likelyCauses(text, block.content)
      if (!complete) return causes
      return causes.filter(({ code, span }) => {
        const inKey = swallowed.some(
          ({ keySpan }) => keySpan && span.from > keySpan.from && span.to < keySpan.to,
        )
        return code === 'fullWidthColon' && inKey
      })
    }
    case 'json':
      return complete ? [] : trailingCommas(text, block.content)
    case 'toml':
      return []
  }
}

/** A byte order mark before the fence, but not at the very beginning: then no front matter is seen at all. */
function bomBeforeFence(text: string): readonly Problem<CheckCode>[] {
  const head = /^[\s\uFEFF]*(?=-{3,}|\+{3}|;{3,}|\{)/.exec(text)?.[0] ?? ''
  const from = head.indexOf('\uFEFF', 1)
  if (from < 0) return []
  const run = /^\uFEFF+/.exec(head.slice(from))?.[0] ?? ''
  return [strayBom(text, { from, to: from + run.length })]
}

/** Takes the parser's message out when a found cause stands on its line, or when mending all causes lets it parse. */
function withoutExplained(
  text: string,
  frontMatter: FrontMatter,
  read: readonly Problem[],
  found: readonly Problem[],
): readonly Problem[] {
  if (frontMatter.complete) return read
  const causes = found.filter((cause) => cause.fix?.safe === true)
  if (causes.length === 0) return read
  const edits = withoutOverlaps(causes).flatMap((cause) => cause.fix?.edits ?? [])
  const mended = readFrontMatter(applyEdits(text, edits)).complete
  return read.filter((problem) => {
    if (problem.code !== 'syntax' && problem.code !== 'notAMapping') return true
    return !mended && !causes.some((cause) => cause.severity === 'error' && cause.line === problem.line)
  })
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.from - b.span.from)
}
