import { act, StrictMode, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { applyEdits, type TextEdit } from '../../../core/article/text-edit.ts'
import type { Problem } from '../../../core/checks/problem.ts'
import type { FolderContext } from '../../../core/contract.ts'
import type { SchemaName } from '../../../core/front-matter/schemas/schema.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { FrontMatterForm } from '../../../renderer/front-matter/front-matter-form.tsx'
import type { AddedImage } from '../../../renderer/front-matter/form-context.ts'
import type { Language } from '../../../renderer/i18n/messages.ts'
import { LanguageContext } from '../../../renderer/i18n/use-translate.ts'

interface Given {
  readonly context?: FolderContext
  readonly readOnly?: boolean
  readonly remoteImages?: boolean
  readonly language?: Language
  readonly problems?: (text: string) => readonly Problem[]
  /** True: what is edited shows in the form only when `setText` says so. */
  readonly late?: boolean
  /** What becomes of a picture the writer chooses. */
  readonly addImage?: (file: File) => Promise<AddedImage>
}

/** A form on a text that it alone edits, and what a writer can do in it. */
export interface Harness {
  text(): string
  /** The groups of all edits so far. */
  readonly groups: readonly string[]
  readonly edits: readonly (readonly TextEdit[])[]
  readonly remoteAsked: readonly string[]
  readonly rawShown: () => number
  /** The text changes from elsewhere, as by undo. */
  setText(text: string): void
  form(): HTMLFormElement
  /** The control whose accessible name is `key`. */
  control(key: string): HTMLInputElement
  button(name: string, within?: Element): HTMLElement
  /** The part of the form that belongs to a field. */
  row(path: string): HTMLElement
  unmount(): void
}

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

let root: Root | null = null

export function show(initial: string, given: Given = {}): Harness {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  let text = initial
  let raws = 0
  const groups: string[] = []
  const edits: (readonly TextEdit[])[] = []
  const remoteAsked: string[] = []
  let redraw: (text: string) => void = () => undefined
  function Page() {
    const [shown, setShown] = useState(initial)
    const [schema, setSchema] = useState<SchemaName | null>(null)
    redraw = setShown
    const frontMatter = readFrontMatter(shown)
    return (
      <FrontMatterForm
        tabId="a"
        frontMatter={frontMatter}
        problems={given.problems?.(shown) ?? frontMatter.problems}
        context={given.context ?? null}
        chosenSchema={schema}
        onChooseSchema={setSchema}
        readOnly={given.readOnly ?? false}
        remoteImages={given.remoteImages ?? false}
        getText={() => text}
        edit={(some, group) => {
          groups.push(group)
          edits.push(some)
          text = applyEdits(text, some)
          if (!given.late) setShown(text)
        }}
        onShowRaw={() => {
          raws++
        }}
        onLoadRemoteImage={(address) => remoteAsked.push(address)}
        onAddImage={given.addImage ?? (() => Promise.resolve({ ok: false, reason: 'no pictures here' }))}
      />
    )
  }
  const host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  act(() =>
    root?.render(
      <StrictMode>
        <LanguageContext value={given.language ?? 'en'}>
          <Page />
        </LanguageContext>
      </StrictMode>,
    ),
  )
  const find = (selector: string, name: string, within: Element = host): HTMLElement => {
    const all = [...within.querySelectorAll<HTMLElement>(selector)].filter((one) => nameOf(one) === name)
    if (all.length !== 1) throw new Error(`${all.length} elements ${selector} are named ${name}`)
    return all[0]!
  }
  return {
    text: () => text,
    groups,
    edits,
    remoteAsked,
    rawShown: () => raws,
    setText: (next) => {
      text = next
      act(() => redraw(next))
    },
    form: () => find('form', 'Front matter') as HTMLFormElement,
    control: (key) => find('input, textarea, select', key) as HTMLInputElement,
    button: (name, within) => find('button, [role=button]', name, within),
    row: (path) => {
      const row = [...host.querySelectorAll<HTMLElement>('[data-path]')].find(
        (one) => one.dataset.path === path,
      )
      if (!row) throw new Error(`No field ${path}`)
      return row
    },
    unmount: () => {
      act(() => root?.unmount())
      host.remove()
      document.body.replaceChildren()
    },
  }
}

/** The accessible name as far as the form makes one: label elements, labelled-by, label, text. */
export function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby')
  if (by !== null)
    return by
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  if (element.id !== '' && element.matches('input, textarea, select')) {
    const own = [...document.querySelectorAll('label')].find((one) => one.htmlFor === element.id)
    if (own) return own.textContent
  }
  return element.textContent.trim()
}

/** Gives a text control the focus and this text, as one input. */
export function type(control: HTMLInputElement, text: string): void {
  focus(control)
  put(control, text)
}

/** Replaces the text of a control as the browser does: the value, then an input event. */
export function put(control: HTMLInputElement, text: string): void {
  act(() => {
    const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, text)
    control.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
}

export function focus(element: HTMLElement): void {
  act(() => element.focus())
}

export function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    element.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, ...more }))
  })
}

export function click(element: HTMLElement): void {
  act(() => element.click())
}

export function fire(element: Element, event: Event): void {
  act(() => {
    element.dispatchEvent(event)
  })
}

export function compose(
  control: HTMLInputElement,
  steps: readonly string[],
  during: () => void = () => undefined,
): void {
  focus(control)
  fire(control, new CompositionEvent('compositionstart', { bubbles: true }))
  for (const step of steps) put(control, step)
  during()
  fire(control, new CompositionEvent('compositionend', { bubbles: true }))
}

export function paste(control: HTMLInputElement, text: string): void {
  focus(control)
  act(() => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
    control.dispatchEvent(event)
  })
}
