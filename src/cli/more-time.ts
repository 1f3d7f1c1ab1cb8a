/** What to say where time was over: more of it than there was. */

const USUAL = 10_000

/** `--budget 10000`, or twice what was allowed. */
export const moreTime = (milliseconds: number): string =>
  `--budget ${milliseconds < USUAL ? USUAL : 2 * milliseconds}`
