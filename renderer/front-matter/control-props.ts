import type { Field } from '../../core/front-matter/model.ts'

/** What every control is given; the attributes go on the one element whose accessible name is the key. */
export interface ControlProps {
  readonly field: Field
  readonly id: string
  /** Id of the label whose text is the key; for controls that are not native form elements. */
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}
