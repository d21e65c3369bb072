import { applyEdits } from '../../../../core/article/text-edit.ts'
import { checkFrontMatter } from '../../../../core/front-matter/checks/check-front-matter.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'
import type { Generator } from '../../../../core/generator.ts'
import type { Problem } from '../../../../core/checks/problem.ts'

/** The problems of a whole text. */
export function check(text: string, generator: Generator | null = null): readonly Problem[] {
  return checkFrontMatter(text, readFrontMatter(text), generator)
}

/** The problems of YAML lines between fences. */
export function checkYaml(lines: string, generator: Generator | null = null): readonly Problem[] {
  return check(`---\n${lines}\n---\nbody: x：y\n`, generator)
}

/** YAML lines with the fix of their only problem made. */
export function fixed(lines: string): string {
  const text = `---\n${lines}\n---\nbody: x：y\n`
  const problems = check(text)
  if (problems.length !== 1) throw new Error(`problems: ${problems.map((each) => each.code).join(', ')}`)
  const after = applyEdits(text, problems[0]!.fix!.edits)
  if (!after.startsWith('---\n') || !after.endsWith('\n---\nbody: x：y\n')) throw new Error(after)
  return after.slice(4, -'\n---\nbody: x：y\n'.length)
}
