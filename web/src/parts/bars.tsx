/** Small pictures in tables, beside the numbers that they show. */

const HEIGHT = 20
const BIN = 4

/** How values are spread, from the least to the greatest. */
export function Spread({ of }: { readonly of: readonly number[] }) {
  const most = Math.max(...of)
  return (
    <svg class="bars" viewBox={`0 0 ${BIN * of.length} ${HEIGHT}`} aria-hidden="true">
      {of.map((share, i) => {
        const height = (HEIGHT * share) / most
        return <rect key={i} x={BIN * i} y={HEIGHT - height} width={BIN - 1} height={height} />
      })}
    </svg>
  )
}

const LENGTH = 120
const DECADES = 10

/** A size among others: full for the greatest, a tenth of the length less for each factor of ten. */
export function LogBar({ of, among }: { readonly of: number; readonly among: readonly number[] }) {
  const most = Math.max(...among.filter(Number.isFinite))
  const part = of > 0 && most > 0 ? Math.max(0, 1 + Math.log10(of / most) / DECADES) : 0
  return (
    <svg class="bars" viewBox={`0 0 ${LENGTH} ${HEIGHT}`} aria-hidden="true">
      <rect class="room" width={LENGTH} height={HEIGHT} />
      <rect width={LENGTH * Math.min(1, part)} height={HEIGHT} />
    </svg>
  )
}
