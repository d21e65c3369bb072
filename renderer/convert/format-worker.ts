import * as markdown from 'prettier/plugins/markdown'
import { format } from 'prettier/standalone'
import type { FormatAnswer, FormatRequest } from './format-messages.ts'

addEventListener('message', (event: MessageEvent<FormatRequest>) => {
  void answer(event.data)
})

async function answer({ id, text }: FormatRequest): Promise<void> {
  const reply: FormatAnswer = { id, text: await formatted(text) }
  postMessage(reply)
}

/** The text in prettier's form; null when prettier cannot read it. */
async function formatted(text: string): Promise<string | null> {
  try {
    return await format(text, {
      parser: 'markdown',
      plugins: [markdown],
      proseWrap: 'preserve',
      embeddedLanguageFormatting: 'off',
      tabWidth: 2,
    })
  } catch {
    return null // The block stays as it is, and is counted.
  }
}
