import { MoveHorizontal, Palette } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Settings } from '../../core/settings.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { Language } from '../i18n/messages.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { ExtensionsMenu } from './extensions-menu.tsx'
import { createPreview, type Preview } from './preview.ts'
import type { PreviewEvents, ShownAddress } from './preview-api.ts'
import './preview-pane.css'

const LOOKS = ['plain', 'blog', 'newspaper', 'wechat', 'own'] as const
const WIDTHS = ['full', 'desktop', 'tablet', 'phone'] as const

/** Everything the pane needs; it knows nothing of the application's state. */
export interface PreviewPaneProps {
  readonly settings: Pick<Settings, 'previewLook' | 'previewWidth' | 'previewZoom' | 'markdownExtensions'>
  readonly dark: boolean
  /** No source stands beside it. */
  readonly alone: boolean
  /** Of the article in front. */
  readonly format: BodyFormat
  readonly highContrast: boolean
  readonly language: Language
  /** Path of the writer's own style sheet for this article, or null. */
  readonly ownCss: string | null
  readonly events: Pick<PreviewEvents, 'onLoad' | 'onLink' | 'onCaret' | 'onField' | 'onSelect' | 'onMenu'>
  /** What is said of the link under the pointer, by its address as written; null where the window says it itself. */
  readonly linkSays: ((href: string) => ShownAddress) | null
  /** The preview is there; null when it is gone. */
  readonly onReady: (preview: Preview | null) => void
  readonly onSettings: (patch: Partial<Settings>) => void
  readonly onAllowRemote: (how: 'once' | 'article' | 'always') => void
}

/** The preview's frame under a bar that chooses the published look and tells what is held back. */
export function PreviewPane(props: PreviewPaneProps) {
  const { settings, dark, alone, highContrast, language, ownCss, onSettings } = props
  const {
    previewLook: look,
    previewWidth: width,
    previewZoom: zoom,
    markdownExtensions: extensions,
  } = settings
  const t = useTranslate()
  const frame = useRef<HTMLIFrameElement>(null)
  const preview = useRef<Preview>(null)
  const latest = useRef(props)
  const [waiting, setWaiting] = useState(0)
  const [link, setLink] = useState<ShownAddress | null>(null)
  const [notice, setNotice] = useState<MessageKey | null>(null)

  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const made = createPreview(element, {
      onLoad: () => latest.current.events.onLoad?.(),
      onLink: (href) => latest.current.events.onLink(href),
      onLinkAt: (href) => setLink(href === null ? null : (latest.current.linkSays?.(href) ?? null)),
      onCaret: (offset) => latest.current.events.onCaret(offset),
      onField: (offset) => latest.current.events.onField?.(offset),
      onMenu: (request) => latest.current.events.onMenu(request),
      onSelect: (span) => latest.current.events.onSelect(span),
      onRemoteImages: setWaiting,
      onNotice: setNotice,
      onScroll: () => undefined,
    })
    preview.current = made
    latest.current.onReady(made)
    return () => {
      latest.current.onReady(null)
      preview.current = null
      made.dispose()
    }
  }, [])
  useEffect(() => {
    preview.current?.setAppearance({ look, width, dark, alone, highContrast, zoom, language, extensions })
  }, [look, width, dark, alone, highContrast, zoom, language, extensions])

  return (
    <div className="preview-host">
      <div className="preview-bar">
        <ChoiceMenu
          label={t('preview.look')}
          icon={Palette}
          value={look}
          options={LOOKS.map((id) => ({ id, label: t(`preview.look.${id}`) }))}
          onChange={(previewLook) => onSettings({ previewLook })}
        />
        <ChoiceMenu
          label={t('preview.width')}
          icon={MoveHorizontal}
          value={width}
          options={WIDTHS.map((id) => ({ id, label: t(`preview.width.${id}`) }))}
          onChange={(previewWidth) => onSettings({ previewWidth })}
        />
        <ExtensionsMenu
          format={props.format}
          value={extensions}
          onChange={(markdownExtensions) => onSettings({ markdownExtensions })}
        />
      </div>
      {look === 'own' && ownCss === null && (
        <div className="preview-bar preview-bar-note" role="status">
          <p>{t('preview.look.ownMissing')}</p>
        </div>
      )}
      {waiting > 0 && <RemoteImagesBar count={waiting} onAllow={props.onAllowRemote} />}
      {notice && (
        <div className="preview-bar preview-bar-note" role="status">
          <p>{t(notice)}</p>
        </div>
      )}
      <div className="preview-stage" data-width={width}>
        <iframe ref={frame} className="preview-frame" title="Preview" sandbox="allow-same-origin" />
        {link && (
          <p className="preview-link" aria-hidden="true" dir="ltr">
            <span className="preview-link-host">
              <bdi dir="ltr">{link.host}</bdi>
            </span>
            <bdi className="preview-link-rest">{link.rest}</bdi>
          </p>
        )}
      </div>
    </div>
  )
}

function RemoteImagesBar({
  count,
  onAllow,
}: {
  readonly count: number
  readonly onAllow: PreviewPaneProps['onAllowRemote']
}) {
  const t = useTranslate()
  return (
    <div
      className="preview-bar preview-bar-note"
      role="group"
      aria-label={t('preview.remote.waiting', { count })}
    >
      <p>{t('preview.remote.waiting', { count })}</p>
      {(['once', 'article', 'always'] as const).map((how) => (
        <Button key={how} className="preview-button" onPress={() => onAllow(how)}>
          {t(`preview.remote.${how}`)}
        </Button>
      ))}
    </div>
  )
}
