// What the library may use beyond the language itself: only what Node and browsers share.
declare const performance: { now(): number }
declare class URL {
  constructor(url: string, base?: string)
}
interface ImportMeta {
  readonly url: string
}
