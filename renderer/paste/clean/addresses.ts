/** Parameters that follow a reader around (as lists of tracker blockers have them); none of them changes the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|igshid|igsh|twclid|ttclid|li_fat_id|_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|rb_clickid|s_cid|_openstat|spm|scm|pvid|share_(?:token|source|medium|plat|session_id|tag|times)|vd_source|spm_id_from|from_source|chksm|scene|sharer_sharetime|sharer_shareid|sharer_shareinfo\w*|ascene|devicetype|nettype|pass_ticket|wx_header|ref_src|ref_url|trk|trkcampaign|cmpid|ncid|guccounter|guce_\w+)$/i
/** WeChat articles need some of these names for others: only on its own host are they tracking. */
const WECHAT_ONLY = /^(?:chksm|scene|ascene|devicetype|nettype|pass_ticket|wx_header|sharer_\w+)$/i

/** Pages that only lead on, with the parameter that holds the target. */
const REDIRECTS: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/^link\.zhihu\.com$/, /^\/$/, 'target'],
  [/^link\.juejin\.cn$/, /^\/$/, 'target'],
  [/^(?:www\.)?jianshu\.com$/, /^\/go-wild$/, 'url'],
  [/^l\.facebook\.com$/, /^\/l\.php$/, 'u'],
  [/\.safelinks\.protection\.outlook\.com$/, /^\/$/, 'url'],
  [/^out\.reddit\.com$/, /./, 'url'],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, 'q'],
  [/^steamcommunity\.com$/, /^\/linkfilter\/?$/, 'url'],
]

/** A web address without what only follows the reader; other addresses as they are. */
export function cleanAddress(address: string): string {
  const written = address.trim()
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return written
  const url = new URL(written)
  for (const [host, path, parameter] of REDIRECTS) {
    const target = url.searchParams.get(parameter)
    if (host.test(url.hostname) && path.test(url.pathname) && target !== null && /^https?:\/\//i.test(target))
      return cleanAddress(target)
  }
  const fragment = url.hash.replace(/^#:~:text=.*$/, '').replace(/^#wechat_redirect$/, '')
  const start = written.indexOf('?')
  const hash = written.indexOf('#')
  const end = hash < 0 ? written.length : hash
  const base = written.slice(0, start < 0 || start > end ? end : start)
  if (start < 0 || start > end) return base + fragment
  // The other parameters stay letter by letter: parsing and writing them would change their encoding.
  const kept = written
    .slice(start + 1, end)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.replace(/=.*$/s, ''), url.hostname))
  return base + (kept.length === 0 ? '' : `?${kept.join('&')}`) + fragment
}

function isTracking(name: string, host: string): boolean {
  if (WECHAT_ONLY.test(name)) return host.endsWith('weixin.qq.com')
  return TRACKING.test(name)
}
