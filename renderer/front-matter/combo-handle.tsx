import { useContext, useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/** Lets what stands around a combo box close its list. */
export interface ComboHandle {
  /** Closes the list and keeps it closed while the text box is emptied, which would open it again. */
  readonly close: () => void
  /** From now on the list opens as usual. */
  readonly release: () => void
}

/** Placed inside a `ComboBox`; draws nothing. */
export function ComboHandleProvider({ handle }: { readonly handle: Ref<ComboHandle> }) {
  const state = useContext(ComboBoxStateContext)
  const held = useRef(false)
  useImperativeHandle(
    handle,
    () => ({
      close: () => {
        held.current = true
        state?.close()
      },
      release: () => {
        held.current = false
      },
    }),
    [state],
  )
  useEffect(() => {
    if (held.current && state?.isOpen) state.close()
  })
  return null
}
