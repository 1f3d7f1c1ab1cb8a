/** Learning from data: logistic regression of a table, or a small network whose layers are seen at work. */
import { Choice } from '../parts/choice.tsx'
import { asked } from '../state.ts'
import { Network } from './learn-network.tsx'
import { Regression } from './learn-regression.tsx'

export default function LearnView() {
  return (
    <>
      <div class="controls">
        <Choice
          label="what learns"
          of={asked.lesson}
          choices={[
            ['regression', 'logistic regression'],
            ['network', 'a small network'],
          ]}
        />
      </div>
      {asked.lesson.value === 'network' ? <Network /> : <Regression />}
    </>
  )
}
