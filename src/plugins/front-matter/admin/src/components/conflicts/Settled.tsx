import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { taskPage } from '../../requests/addresses';
import { isWorking } from '../../tasks/task-state';
import { ConnectionNote } from '../parts/live/ConnectionNote';
import { Note } from '../parts/Note';
import { TaskAnnouncement } from '../progress/TaskAnnouncement';
import { TaskProgress } from '../progress/TaskProgress';

/** What is said once a settling has ended. */
const endOf = ({ state, counts, codes }: Task) => {
  if (state !== 'finished') return { kind: 'danger', text: 'conflict.not-settled' } as const;
  if (codes.some(({ code }) => code === 'DECISION_OUTDATED')) {
    return { kind: 'warning', text: 'conflict.outdated' } as const;
  }
  return (counts.conflicts ?? 0) > 0
    ? ({ kind: 'info', text: 'conflict.partly' } as const)
    : ({ kind: 'success', text: 'conflict.settled' } as const);
};

interface SettledProps {
  /** The import that settles. */
  readonly task: Task;
  readonly isLost: boolean;
  /** Leads to the next conflict; null where there is none. */
  readonly onNext: (() => void) | null;
}

const Outcome = ({ task, isLost, onNext }: SettledProps) => {
  const say = useSay();
  if (isWorking(task)) {
    return (
      <>
        <ConnectionNote isLost={isLost} />
        <TaskAnnouncement task={task} />
        <TaskProgress task={task} />
      </>
    );
  }
  const { kind, text } = endOf(task);
  return (
    <Note
      kind={kind}
      role={kind === 'danger' ? 'alert' : 'status'}
      action={onNext !== null && <Button onClick={onNext}>{say('conflict.next')}</Button>}
    >
      <Typography fontWeight="semiBold">{say(text)}</Typography>
      {kind === 'success' && <Typography>{say('conflict.settled-draft')}</Typography>}
      {task.message !== null && (
        <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {task.message}
        </Typography>
      )}
      <Flex>
        <Link tag={NavLink} to={taskPage(task.key)}>
          {say('conflict.open-task')}
        </Link>
      </Flex>
    </Note>
  );
};

/** How far the settling of a conflict is, or what has become of it. It takes the focus of the button that is gone. */
export const Settled = (props: SettledProps) => {
  const box = React.useRef<HTMLDivElement>(null);
  const { key } = props.task;
  React.useEffect(() => box.current?.focus(), [key]);
  return (
    <Box ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Outcome {...props} />
    </Box>
  );
};
