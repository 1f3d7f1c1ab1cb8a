/** What is used of WebAssembly, which Node and browsers share but the language does not have. */

export interface Memory {
  readonly buffer: ArrayBuffer
}

export interface WebAssemblyApi {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: { readonly m: { readonly memory: Memory } },
  ) => { readonly exports: Readonly<Record<string, (...addresses: number[]) => unknown>> }
  readonly Memory: new (pages: {
    readonly initial: number
    readonly maximum?: number
    readonly shared?: boolean
  }) => Memory
}

/** Nothing where there is none. */
export const webAssembly: WebAssemblyApi | undefined = (
  globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi }
).WebAssembly

/** Bytes of a page of memory. */
export const PAGE = 65_536
