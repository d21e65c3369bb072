/** The one channel requests go through, from the page's preload script to the main process. */
export const CALL_CHANNEL = 'galley:call'

/** The one channel events go through, from the main process to the page's preload script. */
export const EVENT_CHANNEL = 'galley:event'
