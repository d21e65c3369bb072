import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from './icon-button.tsx'

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info }

export interface BarProps {
  readonly severity: 'error' | 'warning' | 'info'
  readonly text: string
  /** Buttons. */
  readonly children?: ReactNode
  readonly onDismiss?: () => void
}

/** One line that says what happened and what can be done: over an article it pushes the text down, never hides it. */
export function Bar({ severity, text, children, onDismiss }: BarProps) {
  const t = useTranslate()
  const Icon = ICONS[severity]
  return (
    <div className="bar" data-severity={severity}>
      <Icon className={`icon ${severity}`} aria-hidden />
      <p className="bar-text" role={severity === 'info' ? 'status' : 'alert'}>
        {text}
      </p>
      <div className="bar-actions">
        {children}
        {onDismiss && (
          <IconButton label={t('common.dismiss')} onPress={onDismiss}>
            <X className="icon" aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  )
}
