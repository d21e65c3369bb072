import { Columns2, Eye, Maximize2, SquarePen, type LucideIcon } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { ViewMode } from '../../core/settings.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { titleKey, useShortcutOf } from './command-labels.ts'

const VIEWS: readonly { readonly view: ViewMode | 'zen'; readonly icon: LucideIcon }[] = [
  { view: 'source', icon: SquarePen },
  { view: 'both', icon: Columns2 },
  { view: 'preview', icon: Eye },
  { view: 'zen', icon: Maximize2 },
]

/** Chooses between the source, the preview, both, and the text alone. */
export function ViewSwitch() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const current = useAppState(({ settings: { layout } }) => (layout.zen ? 'zen' : layout.view))
  return (
    <ToggleButtonGroup
      className="view-switch"
      aria-label={t('view.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[current]}
      onSelectionChange={(keys) => {
        const chosen = VIEWS.find(({ view }) => keys.has(view))
        if (chosen?.view === 'zen') app.run('view.zen')
        else if (chosen) app.changeLayout({ view: chosen.view, zen: false })
      }}
    >
      {VIEWS.map(({ view, icon: Icon }) => (
        <TooltipTrigger key={view} delay={600} closeDelay={0}>
          <ToggleButton id={view} className="view-button">
            <Icon className="icon" aria-hidden />
            <span className="view-label">{t(`view.${view}`)}</span>
          </ToggleButton>
          <Tooltip className="tooltip" placement="bottom" offset={6}>
            {t(titleKey(`view.${view}`))}
            <kbd>{shortcutOf(`view.${view}`)}</kbd>
          </Tooltip>
        </TooltipTrigger>
      ))}
    </ToggleButtonGroup>
  )
}
