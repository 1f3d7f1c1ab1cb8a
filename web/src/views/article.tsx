/** The article: to read, to print, to keep. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Markup } from '../parts/markup.tsx'
import { Problem } from '../parts/problem.tsx'
import { saved } from '../parts/saved.ts'
import { asked, subject } from '../state.ts'

const question = computed(() => subject())

const FILES = [
  ['html', 'article.html', 'text/html', 'a page'],
  ['md', 'article.md', 'text/markdown', 'Markdown'],
  ['latex', 'article.tex', 'application/x-tex', 'LaTeX'],
] as const

export default function ArticleView() {
  const { answer, problem, isWaiting } = useAnswer('sections', () => question.value).value
  if (problem) return <Problem of={problem} text={asked.f.value} />
  if (!answer) return <p class="soft">The article is being written; most of it has to be searched for …</p>
  return (
    <>
      <div class="controls">
        {FILES.map(([format, name, type, said]) => (
          <button type="button" key={format} onClick={() => saved(name, answer.files[format], type)}>
            keep as {said}
          </button>
        ))}
        <button type="button" onClick={() => print()}>
          print
        </button>
      </div>
      <nav aria-label="sections" class="contents">
        {answer.sections.map(({ id, title }) => (
          <button type="button" key={id} onClick={() => document.getElementById(id)?.scrollIntoView()}>
            {title}
          </button>
        ))}
      </nav>
      <article aria-busy={isWaiting}>
        <h2>{answer.title}</h2>
        <Markup of={answer.markup} />
        {answer.unfinished.length > 0 && (
          <p class="soft">Not looked for, for lack of time: {answer.unfinished.join(', ')}.</p>
        )}
      </article>
    </>
  )
}
