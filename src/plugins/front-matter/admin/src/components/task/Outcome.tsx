import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Overview, Task } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/useSay';
import { postsList } from '../../requests/posts-list';
import { Note } from '../parts/Note';
import { RollBack } from '../runs/RollBack';
import { GoOn } from './GoOn';

const KINDS = {
  finished: 'success',
  cancelled: 'info',
  failed: 'danger',
  interrupted: 'warning',
} as const;

interface OutcomeProps {
  readonly task: Task;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  readonly onStarted: (task: Task) => void;
}

/** What has become of a task that has ended, and what can be done next. */
export const Outcome = ({ task, overview, onStarted }: OutcomeProps) => {
  const say = useSay();
  const { kind, state, run, message } = task;
  const { may, running, contentType } = overview;
  if (state === 'starting' || state === 'running') return null;
  const hasWritten = kind !== 'preview' && run !== null;
  const text = state === 'failed' ? 'outcome.failed' : (`outcome.${state}.${kind}` as const);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Note
        kind={KINDS[state]}
        action={
          state === 'interrupted' && <GoOn task={task} overview={overview} onStarted={onStarted} />
        }
      >
        <Typography fontWeight="semiBold">{say(text)}</Typography>
        {message !== null && (
          <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {message}
          </Typography>
        )}
      </Note>
      {hasWritten && (
        <Flex gap={6} alignItems="center" wrap="wrap">
          {contentType !== '' && (
            <Link tag={NavLink} to={postsList(contentType)}>
              {say('outcome.open-posts')}
            </Link>
          )}
          {may.rollback && kind === 'import' && <RollBack run={run} isBlocked={running !== null} />}
        </Flex>
      )}
    </Flex>
  );
};
