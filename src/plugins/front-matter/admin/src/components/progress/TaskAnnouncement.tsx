import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { progressOf, stateOf } from '../../tasks/task-state';
import { Announcement } from '../parts/live/Announcement';

/** Percent from one announcement to the next. */
const STEP = 10;

/** Tells those who cannot see it now and then how far a task is, and when it has ended. */
export const TaskAnnouncement = ({ task }: { readonly task: Task }) => {
  const say = useSay();
  const kind = say(`kind.${task.kind}`);
  const now = stateOf(task);
  const state = say(`state.${now}`);
  const progress = now === 'running' ? progressOf(task) : null;
  return (
    <Announcement>
      {progress === null
        ? say('progress.state', { kind, state })
        : say('progress.said', { kind, state, step: Math.floor(progress.percent / STEP) * STEP })}
    </Announcement>
  );
};
