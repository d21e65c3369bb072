/** The page's nonce for `<style>` elements, as its policy has it; empty without one. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? ''
}
