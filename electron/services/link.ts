import { AppError } from '../../core/errors.ts'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** The address in its normal form if it leads to the web or to a mail program; throws `notAllowed` otherwise. */
export function checkLink(url: string): string {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw new AppError('notAllowed', 'This is not a complete address.')
  }
  if (!ALLOWED.has(parsed.protocol)) {
    throw new AppError('notAllowed', `Addresses of the kind ${parsed.protocol} are not opened.`)
  }
  return parsed.href
}
