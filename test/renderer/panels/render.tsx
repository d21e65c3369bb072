import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { onTestFinished } from 'vitest'
import type { App } from '../../../renderer/state/app.ts'
import { LanguageContext } from '../../../renderer/i18n/use-translate.ts'
import { AppContext, useAppState } from '../../../renderer/state/use-app.ts'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const mounted: (() => void)[] = []
/** Takes everything that was rendered off the page. */
export function unmountAll(): void {
  for (const unmount of mounted.splice(0)) unmount()
}

function Languages({ children }: { readonly children: ReactNode }) {
  const language = useAppState((state) => state.language)
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={language}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** Renders a part of the chrome on an application, in the language of its state. */
export async function render(app: App, part: ReactNode): Promise<HTMLElement> {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  if (mounted.length === 0) onTestFinished(unmountAll)
  mounted.push(() => {
    act(() => root.unmount())
    host.remove()
  })
  await act(async () => {
    root.render(
      <AppContext value={app}>
        <Languages>{part}</Languages>
      </AppContext>,
    )
    await Promise.resolve()
  })
  return host
}

/** Lets the page settle after `action`. */
export async function after(action: () => unknown): Promise<void> {
  await act(async () => {
    action()
    await Promise.resolve()
  })
}

/** A press of the pointer and its click, as a browser sends them. */
export async function click(element: Element | null | undefined): Promise<void> {
  if (!element) throw new Error('Nothing to click on')
  await after(() => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      element.dispatchEvent(
        new Kind(type, {
          bubbles: true,
          cancelable: true,
          detail: 1,
          button: 0,
          ...(Kind === PointerEvent && { pointerType: 'mouse', pointerId: 1 }),
        }),
      )
    }
  })
}

export async function press(
  element: Element | null,
  key: string,
  init: KeyboardEventInit = {},
): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  await after(() => {
    element?.dispatchEvent(event)
    element?.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, ...init }))
  })
  return event
}

/** Types a text into a field as React sees it. */
export async function type(field: Element | null | undefined, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error('Not a field')
  await after(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** The elements that say `text` as a button or other named control. */
export function button(name: string | RegExp, within: ParentNode = document.body): HTMLElement {
  const matches = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text))
  const found = [...within.querySelectorAll<HTMLElement>('button, [role^="menuitem"], [role="tab"]')].find(
    (it) => matches((it.getAttribute('aria-label') ?? it.textContent).trim()),
  )
  if (!found) throw new Error(`No button ${String(name)}`)
  return found
}
