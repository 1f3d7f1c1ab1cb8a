/** Signs that mean something in Markdown, HTML and LaTeX, in every place where an article has words. */
import type { Article } from '../../src/explain/article.ts'
import { parse } from '../../src/syntax/index.ts'

const NASTY =
  'a | b, *stars*, _under_ and __more__, `code`, $5 and $6, [link](x), <b>, &lt; ~~gone~~, # 1, \\frac, https://a.b/c_d_e'

/** An article that tests what each format makes of signs that mean something to it. */
export const nasty: Article = {
  title: [NASTY, parse('x_1')],
  omitted: [],
  sections: [
    {
      id: 'words',
      title: ['A | B ', parse('a < b')],
      known: 'read',
      blocks: [
        { kind: 'paragraph', text: ['1. no list'] },
        { kind: 'paragraph', text: ['- no list'] },
        { kind: 'paragraph', text: ['+ no list'] },
        { kind: 'paragraph', text: [NASTY] },
        {
          kind: 'paragraph',
          text: ['the ', parse('n'), 'th, ', parse('a'), parse('b'), ' and f', parse('x'), '2'],
        },
        { kind: 'paragraph', text: [{ code: 'a | `b` $c$ *d*' }, ' ', { code: 'x_1 * y_1' }] },
        { kind: 'list', items: [['1. one'], [parse('abs(x) < 1 and abs(y) < 2')], [{ code: '|' }]] },
        { kind: 'formula', right: parse('{x if x > 0 else abs(z)}') },
        { kind: 'formula', left: { plain: 'f(x)', latex: 'f(x)' }, right: parse('root(abs(x), 3)*EC_50') },
        {
          kind: 'table',
          header: [['a|b'], [parse('abs(x)')], [{ code: 'c|d' }]],
          rows: [
            [[NASTY], [parse('abs(x_1) < abs(x_2)')], [{ code: '|| x |' }]],
            [['\\'], [parse('{x if x > 0 else -x}')], ['|']],
            [[parse('EC_50 + EC_90')], [parse('root(x, 3)')], ['\\|']],
          ],
        },
        {
          kind: 'group',
          id: 'folded',
          title: ['<b> & $ ', parse('x < y')],
          folded: true,
          blocks: [
            { kind: 'paragraph', text: [NASTY] },
            { kind: 'group', id: 'inner', title: ['inner'], blocks: [{ kind: 'list', items: [['a']] }] },
          ],
        },
        { kind: 'group', id: 'open', title: [NASTY], blocks: [] },
        { kind: 'picture', id: 'p', caption: [NASTY, parse('x_1')], curves: [{ of: 'x^2' }], options: {} },
      ],
    },
  ],
}
