/** The formula and its derivative as code that keeps its digits. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Choice } from '../parts/choice.tsx'
import { Copy } from '../parts/copy.tsx'
import { Problem } from '../parts/problem.tsx'
import { saved } from '../parts/saved.ts'
import { asked, subject } from '../state.ts'

const LANGUAGES = [
  ['python', 'Python, NumPy'],
  ['pytorch', 'Python, PyTorch'],
  ['javascript', 'JavaScript'],
  ['typescript', 'TypeScript'],
  ['c', 'C'],
  ['matlab', 'MATLAB, Octave'],
  ['sql', 'SQL'],
] as const
const ENDINGS: Readonly<Record<string, string>> = {
  python: 'py',
  pytorch: 'py',
  javascript: 'js',
  typescript: 'ts',
  c: 'c',
  matlab: 'm',
  sql: 'sql',
}

const question = computed(() => ({ ...subject(), language: asked.language.value }))

export default function CodeView() {
  const { answer, problem, isWaiting } = useAnswer('code', () => question.value).value
  return (
    <>
      <div class="controls">
        <Choice label="language" of={asked.language} choices={LANGUAGES} />
        {answer && !problem && (
          <>
            <Copy text={answer.text}>copy</Copy>
            <button
              type="button"
              onClick={() => saved(`f.${ENDINGS[asked.language.value] ?? 'txt'}`, answer.text)}
            >
              keep as a file
            </button>
          </>
        )}
      </div>
      {problem && <Problem of={problem} text={asked.f.value} />}
      {!answer && !problem && <p class="soft">Forms are measured for one that keeps its digits …</p>}
      {answer && !problem && (
        <section
          class="scroll"
          aria-label="code"
          aria-busy={isWaiting}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard
          tabIndex={0}
        >
          <pre class="code">
            <code>{answer.text}</code>
          </pre>
        </section>
      )}
    </>
  )
}
