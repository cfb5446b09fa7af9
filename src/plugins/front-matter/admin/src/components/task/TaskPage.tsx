import { Link } from '@strapi/design-system';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useFreshDocuments } from '../../hooks/useFreshDocuments';
import { NOTHING_KNOWN, useOverview } from '../../hooks/archives/useOverview';
import { usePolled } from '../../hooks/usePolled';
import { useSay } from '../../hooks/words/useSay';
import { archivePage, taskAddress, taskPage } from '../../requests/addresses';
import { isWorking } from '../../tasks/task-state';
import { PageFrame } from '../parts/PageFrame';
import { Protected } from '../parts/Protected';
import { Section } from '../parts/Section';
import { Waiting } from '../parts/Waiting';
import { TaskView } from './TaskView';

const TaskContent = ({ taskKey }: { readonly taskKey: string }) => {
  const say = useSay();
  const navigate = useNavigate();
  const overview = useOverview();
  const { data: task, error, isLost, ask } = usePolled<Task>(taskAddress(taskKey), isWorking);
  useFreshDocuments(task !== null && !isWorking(task));
  if (task === null) return <Waiting error={error} hasWayBack />;
  const { archive, archiveName, undoes, kind, run } = task;
  const name = archiveName ?? '';

  return (
    <PageFrame
      title={say(kind === 'rollback' ? 'task.title-undo' : 'task.title', {
        kind: say(`kind.${kind}`),
        name,
        run: undoes ?? 0,
      })}
      subtitle={run === null ? '' : say('task.run', { number: run })}
      hasWayBack
      actions={
        archive !== null && (
          <Link tag={NavLink} to={archivePage(archive)}>
            {say('task.archive')}
          </Link>
        )
      }
    >
      <Section title={say('task.section')}>
        <TaskView
          task={task}
          isLost={isLost}
          overview={overview.data ?? NOTHING_KNOWN}
          undoneBy={task.undoneBy ?? null}
          onChanged={ask}
          onStarted={({ key }) => navigate(taskPage(key))}
        />
      </Section>
    </PageFrame>
  );
};

/** The page of a task, to which the history leads. */
export const TaskPage = () => {
  const { key = '' } = useParams<{ key: string }>();
  return (
    <Protected>
      <TaskContent key={key} taskKey={key} />
    </Protected>
  );
};
