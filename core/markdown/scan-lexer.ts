import { Lexer, type Token, type TokensList } from 'marked'

/**
 * A lexer whose block phase says where the top-level blocks of a text end, and which reference definitions they hold. Of
 * what stands inside list items and footnotes nothing else is read: no end depends on it, as those of quotes do.
 */
export class ScanLexer extends Lexer {
  #depth = 0

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[]
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList
  /** What a quote holds marked reads with its last paragraph clipped. */
  override blockTokens(src: string, tokens: Token[] = [], clipped = false): Token[] {
    if (this.#depth > 0 && !clipped && !src.includes(']:')) {
      // As after any reading.
      this.state.top = true
      return tokens
    }
    this.#depth++
    try {
      return super.blockTokens(src, tokens, clipped)
    } finally {
      this.#depth--
    }
  }
}
