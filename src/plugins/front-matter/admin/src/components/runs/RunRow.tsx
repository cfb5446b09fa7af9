import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedRun } from '../../../../server/src/panel/run-contract';
import { useCountWords } from '../../hooks/words/useCountWords';
import { useSay } from '../../hooks/words/useSay';
import { taskPage } from '../../requests/addresses';
import { canUndo } from '../../runs/merge-runs';
import { StateWord } from '../progress/TaskState';
import { RollBack } from './RollBack';

interface RunRowProps {
  readonly run: ListedRun;
  readonly mayRollBack: boolean;
  /** Whether something is at work, so that nothing else can begin. */
  readonly isBusy: boolean;
}

/** A run of the history: it leads to its task, and can be undone. */
export const RunRow = ({ run, mayRollBack, isBusy }: RunRowProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const inWords = useCountWords();
  const { number, kind, archive, state, startedBy, startedAt, message } = run;
  const { fileCount, undid, undoneBy } = run;

  return (
    <tr>
      <th scope="row">
        {run.task === null ? (
          number
        ) : (
          <Link tag={NavLink} to={taskPage(run.task)} aria-label={say('runs.open', { number })}>
            {number}
          </Link>
        )}
      </th>
      <td>
        {undid === null ? say(`kind.${kind}`) : say('runs.undid', { number: undid })}
        {fileCount !== null && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {say('runs.files', { count: fileCount })}
          </Typography>
        )}
      </td>
      <td style={{ overflowWrap: 'anywhere', minWidth: '8rem' }}>{archive ?? '–'}</td>
      <td>
        {startedBy}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {formatDate(startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </td>
      <td style={{ minWidth: '12rem' }}>
        <StateWord state={state} />
        <Typography tag="p">{inWords(run)}</Typography>
        {message !== null && (
          <Typography tag="p" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Typography>
        )}
        {undoneBy !== null && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {say('runs.undone', { number: undoneBy })}
          </Typography>
        )}
      </td>
      <td>
        {mayRollBack && canUndo(run) && (
          <RollBack run={number} isRollback={undid !== null} isBlocked={isBusy} />
        )}
      </td>
    </tr>
  );
};
