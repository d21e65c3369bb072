import { onTestFinished, vi } from 'vitest'
import type { Bridge } from '../../../core/contract.ts'
import { createApp } from '../../../renderer/state/create-app.ts'

/** An application that follows what happens on the page until the test has finished: others then have the page. */
export async function appOnPage(bridge: Bridge): ReturnType<typeof createApp> {
  const page = new AbortController()
  onTestFinished(() => page.abort())
  const listen = window.addEventListener.bind(window)
  const listening = vi
    .spyOn(window, 'addEventListener')
    .mockImplementation((type: string, listener: EventListenerOrEventListenerObject) =>
      listen(type, listener, { signal: page.signal }),
    )
  try {
    return await createApp(bridge)
  } finally {
    listening.mockRestore()
  }
}
