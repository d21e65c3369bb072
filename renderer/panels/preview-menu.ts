import { copyText } from '../front-matter/copy-text.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { PreviewMenuRequest } from '../preview/preview-api.ts'
import type { App } from '../state/app.ts'
import type { ContextEntry, ContextMenu } from '../state/context-menu.ts'

/** The menu over what the preview shows. */
export function previewMenu(
  app: App,
  t: (key: MessageKey) => string,
  request: PreviewMenuRequest,
): ContextMenu {
  const { selection, link, image, offset } = request
  const entry = (key: string, enabled: boolean, run: () => unknown): ContextEntry => ({
    id: key,
    label: t(`previewMenu.${key}` as MessageKey),
    enabled,
    run: () => void run(),
  })
  const about: readonly (readonly ContextEntry[])[] = [
    link === null
      ? []
      : [
          entry('openLink', true, () => app.preview.events.onLink(link)),
          entry('copyLink', true, () => copyText(link)),
        ],
    image === null ? [] : [entry('copyImage', true, () => copyText(image))],
    [
      entry('copy', selection !== '', () => copyText(selection)),
      entry('selectAll', true, () => request.selectAll()),
    ],
    [entry('showInSource', offset !== null, () => offset !== null && showInSource(app, offset))],
  ]
  const groups = about.filter((group) => group.length > 0)
  return {
    label: t('previewMenu.label'),
    x: request.x,
    y: request.y,
    entries: groups.flatMap((group, index): ContextMenu['entries'] =>
      index === 0 ? group : [null, ...group],
    ),
  }
}

/** Puts the caret there, and shows the source where only the preview is to be seen. */
function showInSource(app: App, offset: number): void {
  if (app.getState().settings.layout.view === 'preview') app.run('view.both')
  app.preview.events.onCaret(offset)
}
