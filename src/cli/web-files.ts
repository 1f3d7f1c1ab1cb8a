/**
 * The files of the page, and how a request for one is answered. Only files that were there at the beginning have an
 * address: no path in a request is ever looked up in the file system, and no folder is listed.
 */
import { createReadStream, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

/** Where each address leads. */
export type PageFiles = ReadonlyMap<string, string>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
}

/** The files below a folder; none where there is no such folder. */
export function pageFiles(folder: string): PageFiles {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    const addresses = files.map((file): [string, string] => [
      `/${relative(folder, file).split(sep).join('/')}`,
      file,
    ])
    const index = addresses.find(([address]) => address === '/index.html')
    return new Map([...addresses, ...(index ? [['/', index[1]] as const] : [])])
  } catch {
    return new Map()
  }
}

/** Nothing is loaded from elsewhere, and no text becomes a program. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-cache',
}

/** Answers requests for these files, and refuses all others. */
export const answering =
  (files: PageFiles) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const file = isRead ? files.get((request.url ?? '/').replace(/[?#].*$/s, '')) : undefined
    if (file === undefined) {
      response.writeHead(isRead ? 404 : 405, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(isRead ? 'not found\n' : 'only GET\n')
      return
    }
    response.writeHead(200, {
      ...HEADERS,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
  }
