import type { Event } from 'electron'

type Faked = Pick<Event, 'preventDefault' | 'defaultPrevented'>

/** The event object handed to listeners. */
export class PreventableEvent implements Faked {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
