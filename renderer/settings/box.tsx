import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'

interface BoxProps extends Pick<CheckboxFieldProps, 'value' | 'isSelected' | 'onChange'> {
  readonly children: ReactNode
}

/** A box to tick with its text, alone or in a group. */
export function Box({ children, ...field }: BoxProps) {
  return (
    <CheckboxField {...field}>
      <CheckboxButton className="check">
        <span className="check-box">
          <Check className="icon" aria-hidden />
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  )
}
