import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useApp } from '../state/use-app.ts'

export interface DialogFrameProps {
  readonly title: string
  /** `bare`: the title is only for assistive technology. */
  readonly bare?: boolean
  /** An alert dialog asks; a press outside does not cancel it. */
  readonly asks?: boolean
  readonly size?: 'small' | 'medium' | 'large' | 'huge' | 'settings'
  readonly children: ReactNode
}

/** A modal dialog over the page; Escape, and a press outside unless it asks, cancel it. */
export function DialogFrame({ title, bare, asks, size = 'small', children }: DialogFrameProps) {
  const app = useApp()
  return (
    <ModalOverlay
      className="modal-backdrop"
      data-bare={bare === true ? '' : undefined}
      isOpen
      isDismissable={!asks}
      onOpenChange={(open) => {
        if (!open) app.answer(null)
      }}
    >
      <Modal className={`modal ${size}`}>
        <Dialog className="dialog" role={asks ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className={bare ? 'visually-hidden' : 'dialog-title'}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
