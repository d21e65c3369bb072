/** A short block of every kind, with `a` where other letters will stand, too. */
export const WARM_UP_TEXTS = [
  'a **b** _c_ ~~d~~ `e` [f](g) ![h](i) <b>j</b> https://k.example\nl',
  '- a\n- b\n  1. c',
  '> a\nb',
  '| a |\n| - |\n| b |',
  'a\n---',
  '<p>a</p>',
  'a\n: b',
] as const
