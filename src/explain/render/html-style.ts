/**
 * The look of a page, as a table of rules. Colours are those that every kind of colour vision tells apart
 * (Okabe and Ito), darkened or lightened until text in them has a contrast of 4.5. ASCII only: the policy of
 * the page names the sheet by its hash.
 */
import { styleOf } from '../../plot/theme.ts'

type Colours = Readonly<Record<string, string>>

const LIGHT: Colours = {
  page: '#ffffff',
  text: '#1d1d1f',
  soft: '#5a5a62',
  rule: '#e1e1e6',
  link: '#005f96',
  fresh: '#ffefb0',
  proved: '#006b4e',
  enclosed: '#005f96',
  measured: '#9a4300',
}
const DARK: Colours = {
  page: '#16171a',
  text: '#ececf0',
  soft: '#a8a8b0',
  rule: '#34353b',
  link: '#7cc4f2',
  fresh: '#4d4212',
  proved: '#5fcfa9',
  enclosed: '#7cc4f2',
  measured: '#f2a168',
}
const PRINT: Colours = { ...LIGHT, text: '#000000', soft: '#404040' }

const properties = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')

type Rules = readonly (readonly [selector: string, declarations: string])[]

const SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif'

const SERIF = 'Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",serif'

/** For those who listen. */
const UNSEEN =
  'position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap'

const PAGE: Rules = [
  [':root', `color-scheme:light dark;--serif:${SERIF};${properties(LIGHT)}`],
  ['*', 'box-sizing:border-box'],
  ['html', 'scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%'],
  [
    'body',
    'margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:47rem;background:var(--page);color:var(--text);font:1.0625rem/1.6 var(--serif);overflow-wrap:break-word;font-kerning:normal',
  ],
  ['h1,h2,h3,h4,h5', 'line-height:1.25;font-weight:600;text-wrap:balance;margin:0'],
  ['h1', 'font-size:2.1rem;letter-spacing:-.01em;margin:.5rem 0 1.5rem'],
  ['h2', 'font-size:1.45rem'],
  ['.head h2', 'max-width:calc(100% - 2.2rem)'],
  ['h3', 'font-size:1.15rem;margin:2rem 0 .5rem'],
  ['h4,h5', 'font-size:1.0625rem;margin:1.5rem 0 .5rem'],
  ['p,ul,dl', 'margin:.8rem 0'],
  ['ul', 'padding-left:1.25rem'],
  ['li', 'margin:.3rem 0'],
  ['li::marker', 'color:var(--soft)'],
  ['a', 'color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em'],
  [':focus-visible', 'outline:2px solid var(--link);outline-offset:2px;border-radius:2px'],
  ['code', 'font:.86em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere'],
  ['pre.code', 'overflow-x:auto;padding:.7rem .9rem;border:1px solid var(--rule);border-radius:4px'],
  ['pre.code code', 'overflow-wrap:normal'],
  ['section', 'margin-top:3.25rem'],
  ['section:target>.head h2', 'text-decoration:underline .12em var(--fresh)'],
  ['.unseen', UNSEEN],
  ['.whole', 'white-space:nowrap'],
  ['.skip', 'position:absolute;left:-99rem;padding:.5rem 1rem;background:var(--page);z-index:1'],
  ['.skip:focus', 'left:.5rem;top:.5rem'],
]

const HEADS: Rules = [
  ['.head', 'display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .35rem;margin-bottom:.75rem'],
  [
    '.anchor',
    'display:inline-grid;place-items:center;min-width:1.75rem;min-height:1.75rem;color:var(--soft);text-decoration:none',
  ],
  ['.anchor:hover', 'color:var(--link)'],
  [
    '.known',
    `display:inline-flex;align-items:center;gap:.4em;min-height:1.5rem;padding:0 .65em;border:1px solid var(--rule);border-radius:1rem;color:var(--soft);font:.78rem/1.5 ${SANS};text-decoration:none;white-space:nowrap`,
  ],
  ['a.known', 'margin-left:auto'],
  ['a.known:hover', 'border-color:currentColor'],
  ['.known::before', 'content:"\\2013"/"";font-weight:700'],
  ['.proved', 'color:var(--proved)'],
  ['.proved::before', 'content:"\\2713"/""'],
  ['.enclosed', 'color:var(--enclosed)'],
  ['.enclosed::before', 'content:"[ ]"/"";letter-spacing:-.1em;font-size:.85em'],
  ['.measured', 'color:var(--measured)'],
  ['.measured::before', 'content:"\\2248"/""'],
  ['.unknown::before', 'content:"?"/""'],
]

const MATHS: Rules = [
  ['math', 'font-family:"STIX Two Math","Cambria Math","Latin Modern Math",math;font-size:1.08em'],
  ['math[display=block]', 'display:block math;width:max-content;margin:0'],
  // A fraction within a line or within a fraction is set a little smaller, not as small as an index.
  ['math:not([display]) mfrac>*,:is(mfrac,msup,msub,mroot) mfrac>*', 'math-depth:inherit;font-size:.86em'],
  ['math:not([display]):has(mfrac)', 'padding-block:.15em'],
  ['math:not([display]) mfrac>*', 'padding-block:.06em'],
  ['mtd', 'text-align:left'],
  ['mrow.mark', 'background:var(--fresh);border-radius:.15em;padding:.08em .1em'],
  ['.formula', 'margin:1rem 0;padding:.25rem 0 .25rem 1.75rem;overflow-x:auto;font-size:1.06em'],
  ['.wide', 'display:inline-grid;max-width:100%;overflow-x:auto;vertical-align:baseline;padding:.15em 0'],
]

const WORK: Rules = [
  ['.work', '--sign:1.75rem;list-style:none;margin:1.25rem 0;padding:0'],
  ['.work.statements', '--sign:2.2rem'],
  [
    '.work>li',
    'display:grid;grid-template-columns:var(--sign) minmax(0,1fr);align-items:baseline;margin:0 0 .9rem;break-inside:avoid',
  ],
  ['.math', 'overflow-x:auto;padding:.3rem .15rem;font-size:1.06em'],
  ['.sign', 'font-size:1.06em;color:var(--soft)'],
  ['.why', `grid-column:2;margin:.1rem 0 0;color:var(--soft);font:.875rem/1.5 ${SANS}`],
  ['.why math', 'font-size:1.15em'],
  ['.rule', 'color:var(--text);font-weight:600;margin-right:.35em'],
  ['.where', 'color:var(--measured);margin-right:.35em'],
  ['.legend', `color:var(--soft);font:.8125rem/1.5 ${SANS};margin-left:1.75rem`],
  ['.steps', 'grid-column:2;margin-top:.35rem'],
  ['.steps .work', 'margin:.5rem 0 0;padding-left:.85rem;border-left:2px solid var(--rule)'],
  ['.steps .work>li', 'margin-bottom:.6rem'],
  [
    'summary',
    `display:list-item;width:fit-content;min-height:1.5rem;color:var(--link);cursor:pointer;font:.875rem/1.75 ${SANS}`,
  ],
  [
    'summary h3,summary h4,summary h5',
    'display:inline;margin:0;color:var(--text);font-family:var(--serif);font-size:1.0625rem',
  ],
  ['details.group', 'margin:.75rem 0'],
  ['details.group>summary', 'margin-left:1.1rem;list-style-position:outside'],
  ['details.group[open]>summary', 'margin-bottom:.5rem'],
  ['section.group', 'margin-top:1.75rem'],
  ['section.group>h3', 'margin-top:0'],
]

const TABLES: Rules = [
  ['.table', 'position:relative;margin:1.25rem 0;overflow-x:auto'],
  ['table', `border-collapse:collapse;font:.9375rem/1.5 ${SANS};font-variant-numeric:tabular-nums`],
  // Columns of fixed width, so that a wide formula scrolls in its cell.
  ['.prose table,.pairs table', 'width:100%;table-layout:fixed'],
  ['.pairs thead th:first-child', 'width:26%'],
  ['.prose thead th:first-child', 'width:36%'],
  ['.reasons thead th:first-child', 'width:21%'],
  ['.reasons thead th:last-child', 'width:38%'],
  [
    'th,td',
    'padding:.5rem 1.25rem .5rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule)',
  ],
  ['thead th', 'color:var(--soft);font-size:.8125rem;font-weight:500;white-space:nowrap'],
  ['tbody th', 'font-weight:600'],
  ['th:last-child,td:last-child', 'padding-right:0'],
  ['td math', 'font-size:1.15em'],
  ['td math mfrac>*', 'font-size:.95em'],
  ['.figures td', 'white-space:nowrap'],
  ['.broad td', 'min-width:9rem'],
  ['figure', 'margin:1.5rem 0'],
  ['figure svg', 'display:block;width:100%;max-width:36rem;height:auto;margin:0 auto'],
  ['figcaption', `max-width:36rem;margin:.6rem auto 0;color:var(--soft);font:.875rem/1.5 ${SANS}`],
]

const EDGES: Rules = [
  ['nav', `font:.9375rem/1.5 ${SANS}`],
  ['nav ol', 'list-style:none;margin:0;padding:0'],
  ['nav li', 'margin:0'],
  ['nav a', 'display:block;padding:.25rem 0;color:inherit;text-decoration:none'],
  ['nav a:hover', 'color:var(--link);text-decoration:underline'],
  ['footer', 'margin-top:4rem;padding-top:1.5rem;border-top:1px solid var(--rule);color:var(--soft)'],
  ['footer h2', `font:600 .9375rem/1.5 ${SANS};color:var(--text)`],
  [
    'dl',
    `display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.6rem 1rem;font:.875rem/1.6 ${SANS}`,
  ],
  ['dd', 'margin:0'],
]

/** A shadow at the edge beyond which there is more; what covers it moves along with the content. */
const EDGE = [
  'linear-gradient(to right,var(--page) 50%,transparent) left -1px top -1px/2rem calc(100% + 2px) no-repeat local',
  'linear-gradient(to left,var(--page) 50%,transparent) right -1px top -1px/2rem calc(100% + 2px) no-repeat local',
  'linear-gradient(to right,var(--rule),transparent) left center/.6rem calc(100% - 4px) no-repeat',
  'linear-gradient(to left,var(--rule),transparent) right center/.6rem calc(100% - 4px) no-repeat',
].join(',')

/** A phone: tables of prose stand line by line, each under its own name. */
const NARROW: Rules = [
  ['.math[tabindex],.formula[tabindex],.wide,.table', `background:${EDGE}`],
  ['body', 'padding-top:1rem'],
  ['h1', 'font-size:1.7rem'],
  ['.prose thead', UNSEEN],
  ['.prose tr', 'display:block;padding:.6rem 0;border-bottom:1px solid var(--rule)'],
  ['.prose tbody th,.prose tbody td', 'display:block;padding:.1rem 0;border:0'],
  ['.pairs th', 'padding-right:.75rem'],
  ['.pairs thead th:first-child', 'width:6.6rem'],
  ['.reasons td:last-child', 'color:var(--soft);font-size:.875rem'],
  ['a.known', 'margin-left:0'],
  ['.formula', 'padding-left:0'],
  ['.work', '--sign:1.55rem'],
  ['.work.statements', '--sign:2rem'],
  ['.legend', 'margin-left:1.55rem'],
]

/** Room for the contents beside the article. */
const BROAD: Rules = [
  [
    'body:has(>nav)',
    'max-width:66rem;display:grid;grid-template-columns:14rem minmax(0,44rem);column-gap:4rem;justify-content:center',
  ],
  [
    'nav',
    'grid-column:1;grid-row:1/span 2;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:3.2rem 0 1rem',
  ],
  ['main,footer', 'grid-column:2'],
]

/** Where closed details can be shown all the same: the contents on broad screens, groups on paper. */
const OPENED = 'content-visibility:visible;display:block;block-size:auto'

const PAPER: Rules = [
  [':root', properties(PRINT)],
  ['body', 'max-width:none;display:block;padding:0;font-size:10.5pt'],
  ['nav,.anchor,.skip', 'display:none'],
  ['a', 'color:inherit;text-decoration:none'],
  ['section', 'margin-top:1.6rem'],
  ['h2,h3,h4,.head,summary', 'break-after:avoid'],
  ['figure,tr,.formula,.why', 'break-inside:avoid'],
  ['.steps', 'break-before:avoid'],
  ['mrow.mark', 'print-color-adjust:exact;-webkit-print-color-adjust:exact'],
  ['.math,.formula,.table,.wide', 'overflow:visible'],
  // Steps within a line are printed where the reader has opened them.
  ['.group::details-content', OPENED],
  ['.steps:not([open])', 'display:none'],
  ['details>summary', 'list-style:none;color:var(--text)'],
  ['details.group>summary', 'margin-left:0'],
  ['figure svg', 'max-width:26rem'],
]

const sheet = (rules: Rules): string =>
  rules.map(([selector, declarations]) => `${selector}{${declarations}}`).join('\n')
const when = (query: string, rules: Rules | string): string =>
  `@${query}{${typeof rules === 'string' ? rules : sheet(rules)}}`

/** Colours, formulas, chains, tables and pictures, for a page that lays itself out in its own way. */
export const CONTENT: string = [
  sheet([[':root', `color-scheme:light dark;--serif:${SERIF};${properties(LIGHT)}`]]),
  sheet([...HEADS, ...MATHS, ...WORK, ...TABLES, ['.unseen', UNSEEN], ['.whole', 'white-space:nowrap']]),
  when(
    'media screen and (max-width:36rem)',
    NARROW.filter(([selector]) => selector !== 'body'),
  ),
  when('media (prefers-color-scheme:dark)', [[':root', properties(DARK)]]),
  when(
    'media print',
    PAPER.filter(([selector]) => selector !== 'body'),
  ),
  styleOf('auto'),
].join('\n')

/** The whole sheet; pictures are part of it. */
export const STYLE: string = [
  sheet([...PAGE, ...HEADS, ...MATHS, ...WORK, ...TABLES, ...EDGES]),
  when('media screen and (max-width:36rem)', NARROW),
  when('media screen and (min-width:64rem)', BROAD),
  when(
    'supports selector(::details-content)',
    when('media screen and (min-width:64rem)', [
      ['.contents::details-content', OPENED],
      ['.contents>summary', 'pointer-events:none;list-style:none;color:var(--soft);font-weight:600'],
    ]),
  ),
  when('media (prefers-color-scheme:dark)', [[':root', properties(DARK)]]),
  when('media (prefers-reduced-motion:no-preference)', [['html', 'scroll-behavior:smooth']]),
  when('media print', PAPER),
  styleOf('auto'),
].join('\n')
