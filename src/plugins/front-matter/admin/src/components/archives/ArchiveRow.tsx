import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ListedArchive } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { archivePage } from '../../requests/addresses';
import { progressOf, isWorking } from '../../tasks/task-state';
import { Code } from '../parts/Code';
import { TaskState } from '../progress/TaskState';

/** What has become of an archive last. */
const LastTask = ({ archive }: { readonly archive: ListedArchive }) => {
  const say = useSay();
  const { state, message, task } = archive;
  if (state === 'unpacking') return <Typography>{say('archives.unpacking')}</Typography>;
  if (state === 'refused') {
    return (
      <Typography textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
        {say('archives.refused')} {message}
      </Typography>
    );
  }
  if (task === null)
    return <Typography textColor="neutral600">{say('archives.no-task')}</Typography>;
  const progress = isWorking(task) ? progressOf(task) : null;
  return (
    <>
      <TaskState task={task} />
      {task.fileCount !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('runs.files', { count: task.fileCount })}
        </Typography>
      )}
      {progress !== null && (
        <Typography variant="pi" textColor="neutral600">
          {' '}
          {say('progress.percent', { percent: progress.percent })}
        </Typography>
      )}
    </>
  );
};

/** An archive: where from, how large, and what has become of it last. */
export const ArchiveRow = ({ archive }: { readonly archive: ListedArchive }) => {
  const say = useSay();
  const { formatDate, formatNumber } = useIntl();
  const { key, name, origin, place, files, addedBy, addedAt } = archive;

  return (
    <tr>
      <th scope="row" style={{ minWidth: '14rem', fontWeight: 'normal' }}>
        <Link tag={NavLink} to={archivePage(key)} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Link>
      </th>
      <td style={{ minWidth: '14rem' }}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say(`origin.${origin}`)}
        </Typography>
        <Code>{place}</Code>
      </td>
      <td>{files === null ? '–' : formatNumber(files)}</td>
      <td>
        {addedBy}
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
          {formatDate(addedAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </td>
      <td style={{ minWidth: '16rem' }}>
        <LastTask archive={archive} />
      </td>
    </tr>
  );
};
