import type { Page } from '@playwright/test'
import type { HostileCase } from './stage/hostile.ts'
import type { RichCase } from './stage/hostile-rich.ts'

/** A hostile article, numbered, with the addresses it betrays itself by. */
export type Case = HostileCase & Pick<RichCase, 'name' | 'css'> & { readonly id: number }

/** The cases, each made to run `top.ran(id)` or to ask for what `addressOf(id)` says. */
export function prepare(
  list: readonly (HostileCase & Pick<RichCase, 'name' | 'css'>)[],
  addressOf: (id: number) => string,
): Case[] {
  return list.map((one, id) => {
    const address = addressOf(id)
    const fill = (text: string): string =>
      text
        .replaceAll('URL', address)
        .replaceAll('HOST', address.replace('http://', ''))
        .replaceAll('RUN', `top.ran(${id})`)
    return {
      ...one,
      id,
      source: fill(one.source),
      ...(one.name === undefined ? {} : { name: fill(one.name) }),
      ...(one.css === undefined ? {} : { css: fill(one.css) }),
      fields: Object.fromEntries(Object.entries(one.fields ?? {}).map(([key, value]) => [key, fill(value)])),
    }
  })
}

/**
 * Shows every case through the sanitiser, pokes at what is left, and says what is wrong with it, also once it is written
 * out and read by another browser as an export is: what ran something, left a handler or an address that could, or moved
 * the frame.
 */
export async function showAll(page: Page, list: readonly Case[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const { stage } = window
    const bad: string[] = []
    stage.show('')
    await stage.settled()
    const home = stage.frame.contentWindow!.location.href
    for (const one of all) {
      const css = one.css ?? ''
      const folder = { generator: null, siteRoot: null, config: null, suggestions: {}, usualFormat: null }
      if (css !== '') stage.appearance({ look: 'own' })
      stage.showAlone(one.source, {
        format: one.format,
        fields: one.fields ?? {},
        name: one.name ?? 'article.md',
        // Images and style sheets may come from anywhere, so that only the filters hold them back.
        context: {
          ...folder,
          siteAssetBase: null,
          assetBase: '/assets/key/',
          css: { path: 'galley.css', text: css },
        },
      })
      const document = stage.frame.contentDocument!
      // What style and layout would ask for is asked for at once, and not only where a frame happens to be drawn.
      const layOut = (): DOMRect => document.body.getBoundingClientRect()
      layOut()
      await stage.turn()
      const unfinished = (): boolean =>
        document.querySelector(
          '.galley-waiting, .galley-maths:not([data-set]), .galley-diagram:not(:has(> svg, > figcaption)), pre > code.language-html:not([data-set])',
        ) !== null
      for (let waited = 0; unfinished() && waited < 8000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20))
      layOut()
      if (unfinished()) bad.push(`${one.id} ${one.technique}: not finished: ${one.source}`)
      const report = (what: string): void =>
        void bad.push(`${one.id} ${one.technique}: ${what}: ${one.source}`)
      for (const element of document.body.querySelectorAll('*')) {
        const name = element.localName
        if (/^(?:script|style|iframe|object|embed|link|meta|base|form|template|video|audio)$/.test(name))
          report(`<${name}>`)
        if (name === 'input' && element.getAttribute('type') !== 'checkbox') report('<input>')
        if (element.hasAttribute('style') || (one.css && name === 'p')) {
          const style = getComputedStyle(element)
          const modify = style.getPropertyValue('-webkit-user-modify')
          if (/fixed|sticky/.test(style.position)) report(`position: ${style.position}`)
          if (modify !== 'read-only') report(`user-modify: ${modify}`)
        }
        for (const { name: key, value } of element.attributes) {
          if (key.startsWith('on')) report(key)
          if (
            /^(?:src|srcset|poster|background|ping|action|formaction|data|srcdoc|autofocus|is|slot)$/.test(
              key,
            ) &&
            !/^(?:data:image\/|\/assets\/key\/)/.test(value)
          )
            report(`${key}="${value}"`)
          if (
            key.endsWith('href') &&
            /^(?:javascript|vbscript|data|file|blob|livescript):/i.test((element as HTMLAnchorElement).href)
          )
            report(`${key}="${value}"`)
          if (key === 'style' && /url\(|image-set|var\(|fixed|sticky/i.test(value)) report(`style="${value}"`)
          if (key === 'id' && value !== '' && !value.startsWith('user-content-')) report(`id="${value}"`)
          if (key === 'name' && !value.startsWith('user-content-')) report(`name="${value}"`)
        }
        // The filler of what is to be heavy: without attributes there is no handler to call.
        if (name === 'br' && element.attributes.length === 0) continue
        for (const type of [
          'mouseover',
          'focus',
          'animationend',
          'load',
          'error',
          'toggle',
          'pointerenter',
        ]) {
          element.dispatchEvent(new stage.frame.contentWindow!.window.Event(type, { bubbles: false }))
        }
        if (name === 'a' || name === 'button')
          for (const type of ['mouseover', 'click'])
            element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
      }
      // The head is the same for all that have no style sheet of their own.
      const written = new DOMParser().parseFromString(
        (css === '' ? document.body : document.documentElement).outerHTML,
        'text/html',
      )
      for (const element of written.querySelectorAll('*')) {
        const meta = element.localName === 'meta' && element.parentElement?.localName === 'head'
        if (/^(?:script|iframe|object|embed|link|base|form|template)$/.test(element.localName))
          report(`<${element.localName}> when read again`)
        if (element.localName === 'style' && element.parentElement?.localName !== 'head')
          report('<style> when read again')
        if (/^meta$/.test(element.localName) && !meta) report('<meta> when read again')
        for (const { name: key, value } of element.attributes)
          if (
            key.startsWith('on') ||
            (key.endsWith('href') && /^\s*(?:javascript|data|vbscript):/i.test(value))
          )
            report(`${key}="${value}" when read again`)
      }
      if (stage.ran.length > 0) report(`ran ${stage.ran.splice(0).join(' ')}`)
      if (stage.frame.contentWindow!.location.href !== home) report('the frame moved')
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    if (stage.ran.length > 0) bad.push(`ran later: ${stage.ran.join(' ')}`)
    return bad
  }, list)
}

/** Puts the cases' HTML into the frame as it is, past the sanitiser. */
export async function showRaw(page: Page, list: readonly Case[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const { stage } = window
    stage.show('')
    await stage.settled()
    for (const one of all) {
      const { contentDocument } = stage.frame
      if (!contentDocument) break
      const holder = contentDocument.createElement('div')
      holder.innerHTML = one.source
      // A refresh would take the frame away from the cases after it; its own wall is the page's `frame-src`.
      for (const meta of holder.querySelectorAll('meta')) meta.remove()
      contentDocument.body.replaceChildren(holder)
      for (const link of holder.querySelectorAll('a')) link.dispatchEvent(new MouseEvent('mouseover'))
      contentDocument.body.getBoundingClientRect()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    return stage.ran
  }, list)
}
