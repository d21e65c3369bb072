import { AppError } from '../../core/errors.ts'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])
/** What a link may write into a message. Some mail programs take `attach` as well, and with it any file (RFC 6068, 7). */
const MAIL_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to', 'references', 'keywords'])

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
  if (parsed.protocol === 'mailto:') parsed.search = mailFields(parsed.search)
  return parsed.href
}

function mailFields(query: string): string {
  const kept = query
    .slice(1)
    .split('&')
    .filter((field) =>
      [...new URLSearchParams(field).keys()].every((name) => MAIL_FIELDS.has(name.toLowerCase())),
    )
  return kept.join('&')
}
