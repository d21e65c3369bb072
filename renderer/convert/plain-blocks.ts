/** Elements Markdown has words for, with the attributes it can say. */
const SAID: Readonly<Record<string, RegExp>> = {
  p: /^$/,
  h1: /^$/,
  h2: /^$/,
  h3: /^$/,
  h4: /^$/,
  h5: /^$/,
  h6: /^$/,
  ul: /^$/,
  ol: /^start$/,
  li: /^$/,
  blockquote: /^$/,
  pre: /^$/,
  code: /^$/,
  strong: /^$/,
  em: /^$/,
  del: /^$/,
  br: /^$/,
  hr: /^$/,
  a: /^(?:href|title)$/,
  img: /^(?:src|alt|title)$/,
  table: /^$/,
  thead: /^$/,
  tbody: /^$/,
  tr: /^$/,
  th: /^align$/,
  td: /^align$/,
}
/** Text whose escapes depend on what else stands in the text, or that Galley reads as more than text. */
const SPECIAL = /[$:@\uf8f0-\uf8f2]|www\./

/** Whether a block is very likely the same in Markdown: nothing in it but elements and attributes Markdown has. */
export function isPlain(block: Element): boolean {
  return isSaid(block) && [...block.querySelectorAll('*')].every(isSaid) && !SPECIAL.test(block.textContent)
}

function isSaid(element: Element): boolean {
  const said = SAID[element.localName]
  return said !== undefined && element.getAttributeNames().every((name) => said.test(name))
}
