/** Judging claims about functions. */
export { type Judgement, judge, judgeRead, judgeSentences } from './judge.ts'
export type { Said } from './sentence.ts'
