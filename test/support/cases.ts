/** Files of lines `input ==> answer`, or `input ==> answer ==> why`, that a teacher could edit; # begins a remark. */
import { readFileSync } from 'node:fs'

/** The lines of test/cases/NAME.txt. ␀ … ␟ stand for the control characters U+0000 … U+001F. */
export function cases(name: string): { input: string; answer: string; line: number }[] {
  const text = readFileSync(new URL(`../cases/${name}.txt`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((row, i) => {
    if (row.startsWith('#') || row.trim() === '') return []
    const [input, answer, ...more] = row.split(' ==> ')
    if (answer === undefined || more.length > 1) throw new Error(`${name}.txt:${i + 1}: ${row}`)
    const meant = (input as string).replace(/[␀-␟]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x2400))
    return [{ input: meant, answer: answer.trim(), line: i + 1 }]
  })
}
