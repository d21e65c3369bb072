import { ChevronRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components'
import type { Heading } from '../../core/article/outline/heading.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { activeTab } from '../state/app.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { goToSpan } from '../panels/go-to-place.ts'
import { useRowHeight } from './use-row-height.ts'

interface Node {
  readonly id: string
  readonly index: number
  readonly heading: Heading
  readonly items: Node[]
}

/** Headings below the last higher one; a level that is left out counts for nothing. */
export function nest(headings: readonly Heading[]): readonly Node[] {
  const top: Node[] = []
  const open: Node[] = []
  for (const [index, heading] of headings.entries()) {
    const node: Node = { id: String(index), index, heading, items: [] }
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop()
    const siblings = open.at(-1)?.items ?? top
    siblings.push(node)
    open.push(node)
  }
  return top
}

const NONE: readonly Heading[] = []

/** The headings of the article in front as a tree; the one the caret is under is marked, Enter or a click goes to one. */
export function OutlineView({ onChosen }: { readonly onChosen: () => void }) {
  const t = useTranslate()
  const app = useApp()
  const tabId = useAppState((state) => activeTab(state)?.id ?? null)
  const headings = useAppState((state) => activeTab(state)?.outline ?? NONE)
  const current = useAppState((state) => activeTab(state)?.currentHeading ?? -1)
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set())
  const nodes = useMemo(() => nest(headings), [headings])
  const list = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const expanded = useMemo(
    () => headings.map((_, index) => String(index)).filter((id) => !collapsed.has(id)),
    [headings, collapsed],
  )
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  if (tabId === null) return <p className="side-empty">{t('sidebar.noArticle')}</p>
  if (headings.length === 0) return <p className="side-empty">{t('sidebar.noHeadings')}</p>

  const row = (node: Node) => {
    const text = node.heading.text || t('sidebar.noText')
    return (
      <TreeItem
        id={node.id}
        className="side-row"
        textValue={text}
        data-current={node.index === current || undefined}
      >
        <TreeItemContent>
          {({ hasChildItems }) => (
            <>
              {hasChildItems ? (
                <Button slot="chevron" className="side-chevron">
                  <ChevronRight className="icon" aria-hidden />
                </Button>
              ) : (
                <span className="side-chevron" />
              )}
              <span className="side-row-text" data-level={node.heading.level}>
                {text}
              </span>
              {node.index === current && <span className="visually-hidden">{t('sidebar.current')}</span>}
            </>
          )}
        </TreeItemContent>
        <Collection items={node.items} dependencies={[current, t]}>
          {row}
        </Collection>
      </TreeItem>
    )
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight }}>
      <Tree
        ref={list}
        className="side-tree"
        aria-label={t('sidebar.outline')}
        items={nodes}
        dependencies={[current, t]}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          const all = headings.map((_, index) => String(index))
          setCollapsed(new Set(all.filter((id) => !keys.has(id))))
        }}
        onAction={(key) => {
          const heading = headings[Number(key)]
          if (!heading) return
          onChosen()
          goToSpan(app, tabId, { from: heading.from, to: heading.from })
        }}
      >
        {row}
      </Tree>
    </Virtualizer>
  )
}
