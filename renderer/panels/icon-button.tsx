import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components'

export interface IconButtonProps {
  /** Accessible name, and the tooltip with the shortcut after it. */
  readonly label: string
  readonly shortcut?: string | null
  readonly isDisabled?: boolean
  readonly className?: string
  readonly placement?: TooltipProps['placement']
  readonly onPress: () => void
  /** The icon. */
  readonly children: ReactNode
}

/** A quiet square button with an icon, its name and shortcut in a tooltip. */
export function IconButton(props: IconButtonProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      <Button
        className={`icon-button ${props.className ?? ''}`}
        aria-label={props.label}
        isDisabled={props.isDisabled ?? false}
        onPress={props.onPress}
      >
        {props.children}
      </Button>
      <Tooltip className="tooltip" placement={props.placement ?? 'bottom'} offset={6}>
        {props.label}
        {props.shortcut ? <kbd>{props.shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
