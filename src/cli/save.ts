/** A file written whole or not at all: under another name first, then put in place at one stroke. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { write } from './streams.ts'

/** What the system says, in words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'what should be its folder is a file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'writing there is not allowed'],
  ['EPERM', 'writing there is not allowed'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'there is no space left'],
  ['EDQUOT', 'there is no space left'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ELOOP', 'it is a link that leads nowhere'],
  ['ENXIO', 'nobody reads it'],
  ['EINVAL', 'it is no possible name of a file'],
  ['ERR_INVALID_ARG_VALUE', 'it is no possible name of a file'],
])

const refusal = (path: string, code: string | undefined): OgeeError =>
  new OgeeError(
    'E507',
    `cannot write ${path === '' ? 'a file without a name' : quoted(path)}: ${REASONS.get(code ?? '') ?? code}`,
    undefined,
    'name another file with -o FILE',
  )

/** What is at the path, at the end of its links; `undefined` if nothing is, not even a link. */
function found(path: string): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats && lstatSync(path, { throwIfNoEntry: false })) throw refusal(path, 'ELOOP')
  return stats
}

/**
 * Writes the text, or the bytes, to the file, which has either its old or its new content at every moment. A
 * device or a pipe is written to as it is.
 *
 * @throws OgeeError `E507` with the reason; then the file is as it was.
 */
export function save(path: string, text: string | Uint8Array): void {
  try {
    if (path === '') throw refusal(path, 'ENOENT')
    const there = found(path)
    if (there?.isDirectory()) throw refusal(path, 'EISDIR')
    if (there && !there.isFile()) fill(openSync(path, 'w'), text)
    else replace(there ? realpathSync(path) : path, text, there?.mode)
  } catch (error) {
    if (error instanceof OgeeError) throw error
    throw refusal(path, (error as NodeJS.ErrnoException).code)
  }
}

/** Writes a draft beside the file, then lets it take the file's place. */
function replace(path: string, text: string | Uint8Array, mode?: number): void {
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.tmp`)
  const file = openSync(draft, 'wx', mode)
  try {
    fill(file, text, fsyncSync)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function fill(file: number, text: string | Uint8Array, settle?: (file: number) => void): void {
  try {
    write(file, text)
    settle?.(file)
  } finally {
    closeSync(file)
  }
}
