/** Judging claims about functions. */
export { type Judgement, judge, judgeRead } from './judge.ts'
