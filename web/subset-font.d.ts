declare module 'subset-font' {
  /** The glyphs of these characters alone. */
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: { readonly targetFormat: 'woff2' },
  ): Promise<Uint8Array>
}
