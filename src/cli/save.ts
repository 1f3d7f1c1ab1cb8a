/**
 * Files written whole or not at all: under other names first, then put in place at one stroke. One
 * that is there already is kept, unless the caller says otherwise.
 */
import {
  closeSync,
  fsyncSync,
  linkSync,
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

/** Is this a file, or may it become one? Devices and pipes have no files beside them. */
export const isPlainFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? true

/** A file to write. */
export interface Output {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What is allowed: `--force`. */
export interface Saving {
  readonly overwrite: boolean
}

const taken = (path: string): OgeeError =>
  new OgeeError(
    'E511',
    `the file ${quoted(path)} is there already`,
    undefined,
    'write over it with --force, or name another file with -o FILE',
  )

/**
 * Looks whether the file may be written, so that no work is done in vain. Devices and pipes always may.
 *
 * @throws OgeeError `E511` for a file that is there.
 */
export function mayWrite(path: string, { overwrite }: Saving): void {
  if (overwrite || path === '') return
  about(path, () => {
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) throw taken(path)
  })
}

/**
 * Writes the text, or the bytes, to the file, which has either its old or its new content at every moment. A
 * device or a pipe is written to as it is.
 *
 * @throws OgeeError `E507` with the reason, `E511` for a file that is there; then the file is as it was.
 */
export const save = (path: string, content: string | Uint8Array, saving: Saving): void =>
  saveAll([{ path, content }], saving)

/** A file that is complete, but not in its place yet. */
interface Draft {
  readonly path: string
  /** The name it has until then; a device or a pipe has none. */
  readonly name?: string
  readonly place: () => void
}

/**
 * Writes files that belong together, or none of them: all are complete before the first takes its place. One
 * that refers to the others stands last.
 *
 * @throws OgeeError as `save` does.
 */
export function saveAll(outputs: readonly Output[], saving: Saving): void {
  const drafts: Draft[] = []
  const placed: Draft[] = []
  try {
    for (const [i, output] of outputs.entries()) {
      drafts.push(about(output.path, () => draftOf(output, i, saving)))
    }
    for (const draft of drafts) {
      about(draft.path, draft.place)
      placed.push(draft)
    }
  } catch (error) {
    // What took no other file's place goes; what did is as good as any.
    if (!saving.overwrite) for (const { path, name } of placed) if (name !== undefined) rmSync(path)
    throw error
  } finally {
    for (const { name } of drafts) if (name !== undefined) rmSync(name, { force: true })
  }
}

/** Whatever is wrong is said of this file. */
function about<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof OgeeError) throw error
    throw refusal(path, (error as NodeJS.ErrnoException).code)
  }
}

/** The file under another name, beside where it is to be. */
function draftOf({ path, content }: Output, number: number, saving: Saving): Draft {
  if (path === '') throw refusal(path, 'ENOENT')
  const there = found(path)
  if (there?.isDirectory()) throw refusal(path, 'EISDIR')
  if (there && !there.isFile()) return { path, place: () => fill(openSync(path, 'w'), content) }
  mayWrite(path, saving)
  const target = there ? realpathSync(path) : path
  const name = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.${number}.tmp`)
  const file = openSync(name, 'wx', there?.mode)
  try {
    fill(file, content, fsyncSync)
  } catch (error) {
    rmSync(name, { force: true })
    throw error
  }
  return { path, name, place: () => (there ? renameSync(name, target) : placeNew(name, target)) }
}

/** Gives the draft its name, unless a file has got it meanwhile. */
function placeNew(name: string, target: string): void {
  try {
    linkSync(name, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw taken(target)
    // Not every file system has links.
    mayWrite(target, { overwrite: false })
    renameSync(name, target)
  }
}

function fill(file: number, content: string | Uint8Array, settle?: (file: number) => void): void {
  try {
    write(file, content)
    settle?.(file)
  } finally {
    closeSync(file)
  }
}
