/** The static site generators whose folders and fields Galley knows. */
export const GENERATORS = ['hexo', 'jekyll', 'hugo', 'astro'] as const

export type Generator = (typeof GENERATORS)[number]
