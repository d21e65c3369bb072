import { NodeProp, Tree, type TreeBuffer } from '@lezer/common'

/** Deeper than this a tree is left as it is. */
const DEPTH = 100
/** So many kinds of context are kept; articles have a few dozen. */
const MOST_CONTEXTS = 500

const NO_CHILDREN: readonly (Tree | TreeBuffer)[] = []
const NO_POSITIONS: readonly number[] = []

/** What a tree knows of itself alone: `@lezer/common` writes it once, and copies it to add to it. */
interface WithProps {
  props: object | null
}

/** For each context the parser tells apart, what the trees in it hold. */
const contexts = new Map<number, object>()

/**
 * The same tree in less memory: its lists have no room to grow, and the trees of the same context hold one object between
 * them. The `known` ones are compact already.
 */
export function compactTree(tree: Tree, known: ReadonlySet<Tree | TreeBuffer>, depth = 0): Tree {
  if (known.has(tree) || depth > DEPTH || tree.prop(NodeProp.mounted)) return tree
  const isLeaf = tree.children.length === 0
  const children = isLeaf
    ? NO_CHILDREN
    : tree.children.map((child) => (child instanceof Tree ? compactTree(child, known, depth + 1) : child))
  const compact = new Tree(tree.type, children, isLeaf ? NO_POSITIONS : [...tree.positions], tree.length)
  const props = tree.propValues
  const hash = props.length === 1 ? tree.prop(NodeProp.contextHash) : undefined
  if (hash === undefined) return props.length === 0 ? compact : withProps(compact, props)
  const shared = contexts.get(hash)
  if (shared) {
    ;(compact as unknown as WithProps).props = shared
    return compact
  }
  const first = withProps(compact, props)
  if (contexts.size >= MOST_CONTEXTS) contexts.clear()
  const own = (first as unknown as WithProps).props
  if (own) contexts.set(hash, own)
  return first
}

function withProps(tree: Tree, props: Tree['propValues']): Tree {
  return new Tree(tree.type, tree.children, tree.positions, tree.length, props)
}
