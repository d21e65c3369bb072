import { NodeProp, Tree, type TreeBuffer } from '@lezer/common'

/** Deeper than this a tree is left as it is. */
const DEPTH = 100

/**
 * The tree without what lies outside `from` to `to`, positions unchanged: whoever walks from sibling to sibling does not
 * meet all that comes before. `start` is where the tree stands.
 */
export function prunedTree(tree: Tree, from: number, to: number, start = 0, depth = 0): Tree {
  const isInside = from <= start && start + tree.length <= to
  // What is mounted on a node speaks of all that is in it.
  if (isInside || depth > DEPTH || tree.prop(NodeProp.mounted)) return tree
  const children: (Tree | TreeBuffer)[] = []
  const positions: number[] = []
  let isWhole = true
  for (const [index, child] of tree.children.entries()) {
    const at = tree.positions[index] ?? 0
    if (start + at > to || start + at + child.length < from) {
      isWhole = false
      continue
    }
    const kept = child instanceof Tree ? prunedTree(child, from, to, start + at, depth + 1) : child
    isWhole &&= kept === child
    children.push(kept)
    positions.push(at)
  }
  return isWhole ? tree : new Tree(tree.type, children, positions, tree.length, tree.propValues)
}
