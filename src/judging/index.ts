/** Judging claims about functions. */
export { type Certificate, type Judgement, judge, judgeRead } from './judge.ts'
