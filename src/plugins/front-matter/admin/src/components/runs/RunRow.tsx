import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedRun } from '../../../../server/src/panel/contract';
import { useCountWords } from '../../hooks/useCountWords';
import { useSay } from '../../hooks/useSay';
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
  const { number, kind, archive, state, startedBy, startedAt, message, undid, undoneBy } = run;

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
      <td>{undid === null ? say(`kind.${kind}`) : say('runs.undid', { number: undid })}</td>
      <td style={{ overflowWrap: 'anywhere', minWidth: '12rem' }}>{archive ?? '–'}</td>
      <td>{startedBy}</td>
      <td style={{ whiteSpace: 'nowrap' }}>
        {formatDate(startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
      </td>
      <td style={{ minWidth: '18rem' }}>
        {inWords(run)}
        {message !== null && (
          <Typography tag="p" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Typography>
        )}
      </td>
      <td>
        <StateWord state={state} />
        {undoneBy !== null && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {say('runs.undone', { number: undoneBy })}
          </Typography>
        )}
      </td>
      <td>{mayRollBack && canUndo(run) && <RollBack run={number} isBlocked={isBusy} />}</td>
    </tr>
  );
};
