/** Numbers in a table, which scrolls where the screen is narrow. */
import type { ComponentChildren } from 'preact'

interface FiguresProps {
  readonly label: string
  readonly head: readonly string[]
  /** The first cell of each row is its name. */
  readonly rows: readonly (readonly ComponentChildren[])[]
}

export function Figures({ label, head, rows }: FiguresProps) {
  const reachable = { tabIndex: 0, role: 'group', 'aria-label': label } as const
  return (
    <div class="table figures" {...reachable}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], i) => (
            <tr key={`${i} ${name}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, j) => (
                <td key={head[j + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
