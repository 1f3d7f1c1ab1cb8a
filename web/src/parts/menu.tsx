/** A list of which one thing is taken; it stays as it is. */
interface MenuProps {
  readonly label: string
  readonly choices: readonly (readonly [value: string, said: string])[]
  readonly take: (value: string) => void
}

export const Menu = ({ label, choices, take }: MenuProps) => (
  <label class="menu">
    <span class="unseen">{label}</span>
    <select
      value=""
      onChange={({ currentTarget }) => {
        if (currentTarget.value !== '') take(currentTarget.value)
        currentTarget.value = ''
      }}
    >
      <option value="">{label} …</option>
      {choices.map(([value, said]) => (
        <option key={value} value={value}>
          {said}
        </option>
      ))}
    </select>
  </label>
)
