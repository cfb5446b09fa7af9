import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Overview } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { postsList } from '../../requests/posts-list';
import { Code } from '../parts/Code';
import { Fold } from '../parts/Fold';
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
  /** The run that has undone it; null for none. */
  readonly undoneBy: number | null;
}

/** What has become of a task that has ended, and what can be done next. */
export const Outcome = ({ task, overview, onStarted, undoneBy }: OutcomeProps) => {
  const say = useSay();
  const { kind, state, run, failure, message } = task;
  const { may, running, contentType } = overview;
  if (state === 'starting' || state === 'running') return null;
  const hasWritten = kind !== 'preview' && run !== null;
  const text = state === 'failed' ? 'outcome.failed' : (`outcome.${state}.${kind}` as const);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Note
        kind={KINDS[state]}
        action={
          // Going on imports all of the archive.
          (state === 'interrupted' || (state === 'cancelled' && kind === 'rollback')) &&
          task.fileCount === null && <GoOn task={task} overview={overview} onStarted={onStarted} />
        }
      >
        <Typography fontWeight="semiBold">{say(text)}</Typography>
        {state === 'failed' && <Typography>{say(`failure.${failure ?? 'unknown'}`)}</Typography>}
        {message !== null && (
          <Fold title={say('outcome.details')}>
            <Code>{message}</Code>
          </Fold>
        )}
      </Note>
      {undoneBy !== null && (
        <Note kind="warning">{say('outcome.undone', { number: undoneBy })}</Note>
      )}
      {hasWritten && (
        <Flex gap={6} alignItems="center" wrap="wrap">
          {contentType !== '' && (
            // The content manager remembers lists as they were: it is loaded anew.
            <Link tag={NavLink} to={postsList(contentType)} reloadDocument>
              {say('outcome.open-posts')}
            </Link>
          )}
          {may.rollback && kind === 'import' && undoneBy === null && (
            <RollBack run={run} isBlocked={running !== null} />
          )}
        </Flex>
      )}
    </Flex>
  );
};
