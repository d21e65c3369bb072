export type BodyFormat = 'markdown' | 'html'
