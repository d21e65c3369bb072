import { assertNever } from '../../core/assert-never.ts'
import type { ControlKind } from '../../core/front-matter/schemas/field-control.ts'
import { ChoiceControl } from './choice-control.tsx'
import type { ControlProps } from './control-props.ts'
import { DateControl } from './date-control.tsx'
import { ImageControl } from './image-control.tsx'
import { ListControl } from './list-control.tsx'
import { NumberControl } from './number-control.tsx'
import { SourceControl } from './source-control.tsx'
import { TextControl } from './text-control.tsx'
import { ToggleControl } from './toggle-control.tsx'

interface FieldControlProps extends ControlProps {
  readonly kind: Exclude<ControlKind, 'group'>
  /** The values a `choice` offers. */
  readonly choices: readonly string[]
}

/** The control of one kind. */
export function FieldControl({ kind, choices, ...props }: FieldControlProps) {
  switch (kind) {
    case 'text':
    case 'longText':
      return <TextControl {...props} multiline={kind === 'longText'} />
    case 'number':
      return <NumberControl {...props} />
    case 'toggle':
      return <ToggleControl {...props} />
    case 'date':
      return <DateControl {...props} />
    case 'choice':
      return <ChoiceControl {...props} options={choices} />
    case 'tags':
      return <ListControl {...props} />
    case 'image':
      return <ImageControl {...props} />
    case 'source':
      return <SourceControl {...props} />
    default:
      return assertNever(kind)
  }
}
