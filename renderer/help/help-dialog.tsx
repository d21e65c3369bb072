import { Text } from '@codemirror/state'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { MARKDOWN_EXTENSIONS } from '../../core/markdown/extensions.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTranslate } from '../i18n/use-translate.ts'
import { createPreview, type Preview } from '../preview/preview.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { loadReference, sectionsOf, type ReferenceTopic } from './reference.ts'
import '../styles/search-field.css'
import './help.css'

/** A reference, offline, in the interface's language: its sections beside its text, set by Galley's own preview. */
export function HelpDialog({ topic }: { readonly topic: ReferenceTopic }) {
  const t = useTranslate()
  const app = useApp()
  const language = useAppState((state) => state.language)
  const [text, setText] = useState('')
  const [query, setQuery] = useState('')
  const preview = useRef<Preview>(null)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const sections = sectionsOf(text).filter((section) => words.every((word) => section.text.includes(word)))

  useEffect(() => {
    let wanted = true
    void loadReference(topic, language).then((loaded) => {
      if (wanted) setText(loaded)
    })
    return () => {
      wanted = false
    }
  }, [topic, language])

  const title = t(`help.${topic}`)
  const search = (next: string): void => {
    setQuery(next)
    preview.current?.find(next.trim() === '' ? null : new RegExp(escapeRegExp(next.trim()), 'giu'))
  }
  const show = (at: number): void => preview.current?.scrollTo(at)

  return (
    <DialogFrame title={title} size="huge">
      <div className="help">
        <div className="help-side">
          <SearchField
            className="search-field"
            aria-label={t('help.search')}
            value={query}
            onChange={search}
            onSubmit={() => {
              if (sections[0]) show(sections[0].at)
            }}
            autoFocus
          >
            <Search className="icon" aria-hidden />
            <Input className="text-input" placeholder={t('help.search')} spellCheck={false} />
            <Button className="search-field-clear">
              <X className="icon" aria-hidden />
            </Button>
          </SearchField>
          <p role="status" className={sections.length === 0 && text !== '' ? 'muted' : 'visually-hidden'}>
            {text !== '' && words.length > 0 && t('help.found', { n: sections.length })}
          </p>
          <ListBox
            className="help-sections"
            aria-label={t('help.sections')}
            selectionMode="none"
            onAction={(key) => show(Number(key))}
          >
            {sections.map(({ title: heading, at }) => (
              <ListBoxItem key={at} id={String(at)} className="help-section">
                {heading}
              </ListBoxItem>
            ))}
          </ListBox>
        </div>
        <ReferenceFrame
          key={topic}
          text={text}
          title={title}
          onReady={(made) => {
            preview.current = made
          }}
          onLink={(href) => void app.bridge.call('link.open', href)}
        />
      </div>
      <div className="dialog-buttons">
        <Button className="button primary" onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

interface ReferenceFrameProps {
  readonly text: string
  readonly title: string
  readonly onReady: (preview: Preview | null) => void
  readonly onLink: (href: string) => void
}

/** The text in a frame like the preview's, with everything switched on. */
function ReferenceFrame(props: ReferenceFrameProps) {
  const { text, title } = props
  const dark = useAppState((state) => state.dark)
  const language = useAppState((state) => state.language)
  const frame = useRef<HTMLIFrameElement>(null)
  const preview = useRef<Preview>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const nothing = (): void => undefined
    const made = createPreview(element, {
      onLink: (href) => latest.current.onLink(href),
      onCaret: nothing,
      onSelect: nothing,
      onRemoteImages: nothing,
      onNotice: nothing,
      onScroll: nothing,
      onMenu: nothing,
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
    preview.current?.setAppearance({
      look: 'plain',
      width: 'full',
      dark,
      language,
      extensions: MARKDOWN_EXTENSIONS,
    })
  }, [dark, language])
  useEffect(() => {
    if (text === '') return
    preview.current?.show(`help ${language}`, {
      doc: Text.of(text.split('\n')),
      body: { from: 0, to: text.length },
      format: 'markdown',
      fields: [],
      name: title,
      context: null,
      remoteImages: false,
    })
  }, [text, title, language])
  return <iframe ref={frame} className="help-frame" title={title} sandbox="allow-same-origin" />
}
