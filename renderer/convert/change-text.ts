import { assertNever } from '../../core/assert-never.ts'
import type { MessageKey, MessageParams } from '../i18n/messages.ts'
import type { RenderingChange } from './compare/rendering-change.ts'

/** Most of a text that is shown in a list. */
const MOST = 120

/** Whether something is lost, added or changed, for the mark beside it. */
export type ChangeSort = 'lost' | 'added' | 'changed'

export function sortOf(change: RenderingChange): ChangeSort {
  switch (change.kind) {
    case 'elementLost':
    case 'definitionLost':
      return 'lost'
    case 'elementAdded':
      return 'added'
    case 'attribute':
    case 'text':
    case 'comment':
      return isNothing(change.after) ? 'lost' : isNothing(change.before) ? 'added' : 'changed'
    case 'elementRenamed':
    case 'elementMoved':
    case 'unlike':
      return 'changed'
    default:
      return assertNever(change)
  }
}

function isNothing(value: string | null): boolean {
  return value === null || value === ''
}

/** The message that says what a change is about. */
export function changeMessage(change: RenderingChange): {
  readonly key: MessageKey
  readonly params: MessageParams
} {
  switch (change.kind) {
    case 'elementLost':
    case 'elementAdded':
    case 'elementMoved':
      return { key: `convert.${change.kind}`, params: { name: tag(change.name) } }
    case 'elementRenamed':
      return {
        key: 'convert.elementRenamed',
        params: { name: tag(change.name), becomes: tag(change.becomes) },
      }
    case 'attribute':
      return {
        key: 'convert.attribute',
        params: { attribute: attributeText(change), element: tag(change.element) },
      }
    case 'text':
    case 'comment': {
      const { kind, before, after } = change
      if (after === '') return { key: `convert.${kind}Lost`, params: { text: brief(before) } }
      if (before === '') return { key: `convert.${kind}Added`, params: { text: brief(after) } }
      return { key: `convert.${kind}Replaced`, params: { before: brief(before), after: brief(after) } }
    }
    case 'definitionLost':
      return { key: 'convert.definitionLost', params: { text: brief(change.text) } }
    case 'unlike':
      return { key: 'convert.unlike', params: {} }
    default:
      return assertNever(change)
  }
}

function attributeText({ name, before, after }: Extract<RenderingChange, { kind: 'attribute' }>): string {
  if (before !== null && after !== null) return `${name}="${brief(before)}" → "${brief(after)}"`
  const value = before ?? after ?? ''
  return value === '' ? name : `${name}="${brief(value)}"`
}

function tag(name: string): string {
  return `<${name}>`
}

/** A text on one line, with white space made visible where there is nothing else. */
function brief(text: string): string {
  const line =
    text.trim() === '' ? text.replaceAll('\n', '↵').replaceAll(' ', '␣') : text.replace(/\s+/g, ' ').trim()
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line
}
