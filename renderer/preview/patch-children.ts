/** Elements of which nothing is kept but what their markup says: no state, nothing made of them later. */
const PLAIN =
  'p,em,strong,b,i,u,s,del,ins,mark,sub,sup,a,code,br,hr,ul,ol,li,blockquote,h1,h2,h3,h4,h5,h6,table,thead,tbody,tr,th,td,dl,dt,dd'
const OTHER = `:not(:is(${PLAIN}))`

/** True when a block holds plain text markup only. */
export function isPlain(block: Element): boolean {
  return block.querySelector(OTHER) === null
}

/**
 * Makes the children of a plain block what those of another one are, and leaves alone what is the same already: the
 * page has less to lay out, and a selection elsewhere in the block stays.
 */
export function patchChildren(standing: Element, fresh: Element): void {
  const old = [...standing.childNodes]
  const wanted = [...fresh.childNodes]
  const most = Math.min(old.length, wanted.length)
  let before = 0
  while (before < most && isSame(old[before], wanted[before])) before++
  // What is no longer the same in front is not looked at again from behind.
  const left = most - before - (old.length === wanted.length ? 1 : 0)
  let after = 0
  while (after < left && isSame(old.at(-1 - after), wanted.at(-1 - after))) after++
  const gone = old.slice(before, old.length - after)
  const added = wanted.slice(before, wanted.length - after)
  const [one, other] = [gone[0], added[0]]
  if (one && other && gone.length === 1 && added.length === 1 && patchNode(one, other)) return
  const behind = old[old.length - after] ?? null
  for (const node of added) standing.insertBefore(node, behind)
  for (const node of gone) node.remove()
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other)
}

/** True when a node could be made like another one. */
function patchNode(standing: ChildNode, fresh: ChildNode): boolean {
  if (isText(standing) && isText(fresh)) {
    patchText(standing, fresh.data)
    return true
  }
  if (!isElement(standing) || !isElement(fresh)) return false
  if (!standing.cloneNode().isEqualNode(fresh.cloneNode())) return false
  patchChildren(standing, fresh)
  return true
}

const isText = (node: Node): node is Text => node.nodeType === 3
const isElement = (node: Node): node is Element => node.nodeType === 1

/** Changes only what differs, so that ranges before and behind it stay. */
function patchText(node: Text, wanted: string): void {
  const { data } = node
  const most = Math.min(data.length, wanted.length)
  let from = 0
  while (from < most && data[from] === wanted[from]) from++
  let back = 0
  while (back < most - from && data.at(-1 - back) === wanted.at(-1 - back)) back++
  node.replaceData(from, data.length - from - back, wanted.slice(from, wanted.length - back))
}
