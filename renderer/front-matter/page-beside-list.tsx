import { useContext, useLayoutEffect } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/**
 * Placed inside a `ComboBox` of the page; draws nothing. Keeps the page open to assistive technology while the list is:
 * react-aria hides everything around a list (its `ariaHideOutside`) but what says it is a layer of its own, though
 * the list is not modal and Tab leads into what it hid.
 */
export function PageBesideList() {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen === true
  useLayoutEffect(() => {
    const root = document.getElementById('root')
    if (!isOpen || !root) return
    root.dataset.reactAriaTopLayer = ''
    return () => {
      delete root.dataset.reactAriaTopLayer
    }
  }, [isOpen])
  return null
}
