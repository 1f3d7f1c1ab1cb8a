/** `ogee web`: the workbench page, served to this machine alone. */
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OgeeError } from '../expression/error.ts'
import { type Given, type Option, onlyWord, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import type { Manner } from './looks.ts'
import { type Main, mainOf, print } from './main.ts'
import { EXIT } from './problems.ts'
import { answering, pageFiles } from './web-files.ts'

const PORT: Option = {
  name: 'port',
  value: 'N',
  summary: 'a port from 1 to 65535; one that is free by default',
}

const command: Command = {
  name: 'web',
  takes: '[FORMULA]',
  needsNothing: () => true,
  summary: 'the workbench page, for this machine alone, until it is stopped',
  more: 'The page is served at 127.0.0.1, which no other machine reaches. It works without a network, and everything is worked out in the browser. Ctrl+C stops it.',
  examples: [
    ['ogee web', 'says the address to open'],
    ['ogee web "tanh(x)" --port 8080', 'the address of this formula, at this port'],
  ],
  options: [PORT],
  run,
}

export const main: Main = mainOf(command)

/** No other machine reaches this address. */
const HERE = '127.0.0.1'
const LARGEST_PORT = 65_535

async function run(given: Given, _manner: Manner): Promise<number> {
  const formula = onlyWord(given, 'formula')
  const port = wholeNumber(given, 'port', 1, LARGEST_PORT) ?? 0
  const files = pageFiles(join(dirname(fileURLToPath(import.meta.url)), '..', 'web'))
  if (files.size === 0)
    throw new OgeeError(
      'E510',
      'the page is not there: it was not built',
      undefined,
      'npm run build makes it',
    )
  const server = createServer(answering(files))
  await listening(server, port)
  const address = server.address()
  const open = typeof address === 'object' && address !== null ? address.port : port
  const asked = formula === undefined ? '' : `#f=${encodeURIComponent(formula)}`
  print(`http://${HERE}:${open}/${asked}\n`)
  await stopped(server)
  return EXIT.ok
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const what = isTaken ? `port ${port} is taken` : `port ${port} cannot be used: ${error.code}`
      reject(new OgeeError('E510', what, undefined, 'without --port a free one is taken'))
    })
    server.listen(port, HERE, resolve)
  })

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      server.close(() => resolve())
      server.closeAllConnections()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
