/** Files are written whole or not at all, together or not at all, and over others only where that is allowed. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mayWrite, save, saveAll } from '../../src/cli/save.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-save-'))
const at = (name: string): string => join(folder, name)
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(at(name)).isFile())
      .map((name) => [name, readFileSync(at(name), 'utf8')]),
  )

const KEEP = { overwrite: false }
const OVER = { overwrite: true }

beforeEach(() => {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a new file; then it is kept, unless it may be overwritten', () => {
  save(at('a'), 'one', KEEP)
  expect(() => save(at('a'), 'two', KEEP)).toThrow(expect.objectContaining({ code: 'E511' }))
  expect(() => mayWrite(at('a'), KEEP)).toThrow(expect.objectContaining({ code: 'E511' }))
  expect(contents()).toEqual({ a: 'one' })
  mayWrite(at('a'), OVER)
  save(at('a'), 'two', OVER)
  expect(contents()).toEqual({ a: 'two' })
})

test('what a link leads to is a file as well', () => {
  writeFileSync(at('real'), 'old')
  symlinkSync('real', at('link'))
  expect(() => save(at('link'), 'new', KEEP)).toThrow(expect.objectContaining({ code: 'E511' }))
  save(at('link'), 'new', OVER)
  expect(readFileSync(at('real'), 'utf8')).toBe('new')
})

test('several files, or none of them', () => {
  const outputs = ['a', 'b', 'c'].map((name) => ({ path: at(name), content: name }))
  writeFileSync(at('b'), 'old')
  expect(() => saveAll(outputs, KEEP)).toThrow(expect.objectContaining({ code: 'E511' }))
  expect(contents()).toEqual({ b: 'old' })
  const lost = [...outputs, { path: at('none/d'), content: '' }]
  expect(() => saveAll(lost, OVER)).toThrow(expect.objectContaining({ code: 'E507' }))
  expect(contents()).toEqual({ b: 'old' })
  saveAll(outputs, OVER)
  expect(contents()).toEqual({ a: 'a', b: 'b', c: 'c' })
})

test('the same file twice: neither', () => {
  const twice = [1, 2].map((n) => ({ path: at('a'), content: `${n}` }))
  expect(() => saveAll(twice, KEEP)).toThrow(expect.objectContaining({ code: 'E511' }))
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is new keeps to the mask, an old one keeps its mode', () => {
  writeFileSync(at('old'), '', { mode: 0o600 })
  saveAll(
    ['old', 'new'].map((name) => ({ path: at(name), content: '' })),
    OVER,
  )
  expect(statSync(at('old')).mode & 0o777).toBe(0o600)
  expect(statSync(at('new')).mode & 0o777).toBe(0o666 & ~process.umask())
})

test('no possible name is refused in a sentence', () => {
  for (const path of ['', 'n'.repeat(300), 'a\0b', at('.')]) {
    for (const saving of [KEEP, OVER]) {
      expect(() => save(path, '', saving)).toThrow(expect.objectContaining({ code: 'E507' }))
    }
  }
  expect(() => mayWrite('n'.repeat(300), KEEP)).toThrow(expect.objectContaining({ code: 'E507' }))
})
