import { Box, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { RunningNow } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { usePolled } from '../../hooks/usePolled';
import { useSay } from '../../hooks/words/useSay';
import { taskAddress, taskPage } from '../../requests/addresses';
import { isWorking } from '../../tasks/task-state';
import { Note } from '../parts/Note';
import { TaskAnnouncement } from '../progress/TaskAnnouncement';
import { TaskProgress } from '../progress/TaskProgress';

/** What is at work on the site, and by whom it was started. */
export const RunningNote = ({ running }: { readonly running: RunningNow }) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const { kind, run, archive, startedBy, startedAt, task: key } = running;
  const { data: task } = usePolled<Task>(key === null ? null : taskAddress(key), isWorking);

  return (
    <Note
      kind="info"
      action={
        key !== null && (
          <Link tag={NavLink} to={taskPage(key)}>
            {say('running.open')}
          </Link>
        )
      }
    >
      <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
        {say(archive === null ? 'running.run' : 'running.of', {
          kind: say(`kind.${kind}`),
          run,
          archive: archive ?? '',
        })}
      </Typography>
      <Typography>
        {say('running.since', {
          who: startedBy,
          when: formatDate(startedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        })}{' '}
        {key === null && say('running.command-line')}
      </Typography>
      {task !== null && isWorking(task) && (
        <Box width="100%" paddingTop={2}>
          <TaskProgress task={task} />
          <TaskAnnouncement task={task} />
        </Box>
      )}
    </Note>
  );
};
