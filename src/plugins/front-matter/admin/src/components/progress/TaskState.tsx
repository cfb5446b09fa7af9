import { Status, Typography } from '@strapi/design-system';
import type { ListedRun } from '../../../../server/src/panel/run-contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { stateOf } from '../../tasks/task-state';

type Shown = ReturnType<typeof stateOf> | ListedRun['state'];

const LOOKS = {
  starting: 'primary',
  running: 'primary',
  stopping: 'warning',
  finished: 'success',
  cancelled: 'neutral',
  failed: 'danger',
  interrupted: 'warning',
} as const satisfies Record<Shown, string>;

/** The state of a task or a run as a word. */
export const StateWord = ({ state }: { readonly state: Shown }) => {
  const say = useSay();
  return (
    <Status variant={LOOKS[state]} size="S" width="fit-content">
      <Typography
        tag="span"
        variant="pi"
        fontWeight="bold"
        textColor="neutral800"
        style={{ whiteSpace: 'nowrap' }}
      >
        {say(`state.${state}`)}
      </Typography>
    </Status>
  );
};

/** What a task does, and its state. */
export const TaskState = ({ task }: { readonly task: Task }) => {
  const say = useSay();
  return (
    <span style={{ display: 'inline-flex', gap: '0.8rem', alignItems: 'center' }}>
      <Typography>{say(`kind.${task.kind}`)}</Typography>
      <StateWord state={stateOf(task)} />
    </span>
  );
};
