import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Overview } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { isWorking } from '../../tasks/task-state';
import { IssuesPanel } from '../issues/IssuesPanel';
import { ConnectionNote } from '../parts/live/ConnectionNote';
import { Subheading } from '../parts/Subheading';
import { CancelTask } from '../progress/CancelTask';
import { TaskAnnouncement } from '../progress/TaskAnnouncement';
import { TaskCounts } from '../progress/TaskCounts';
import { TaskProgress } from '../progress/TaskProgress';
import { TaskState } from '../progress/TaskState';
import { CodeList } from './CodeList';
import { Outcome } from './Outcome';
import { PreviewedPosts } from './PreviewedPosts';
import { ReportButtons } from './ReportButtons';

interface TaskViewProps {
  readonly task: Task;
  readonly isLost: boolean;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  /** Called when it was cancelled. */
  readonly onChanged: () => void;
  /** Called with the task that goes on where this one was interrupted. */
  readonly onStarted: (task: Task) => void;
  /** The run that has undone it, where that is known. */
  readonly undoneBy?: number | null;
}

/** A task: how far it is, or what has become of it, and what it has reported. */
export const TaskView = ({
  task,
  isLost,
  overview,
  onChanged,
  onStarted,
  undoneBy = null,
}: TaskViewProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const isAtWork = isWorking(task);
  const { may } = overview;
  const mayStop =
    task.kind === 'rollback' ? may.rollback : may.import || (task.settles && may.mend);
  const at = (time: string): string =>
    formatDate(time, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <TaskState task={task} />
          <Typography variant="pi" textColor="neutral600">
            {say('task.started', { who: task.startedBy, when: at(task.startedAt) })}
            {task.finishedAt !== null && ` · ${say('task.ended', { when: at(task.finishedAt) })}`}
          </Typography>
        </Flex>
        {isAtWork && mayStop && <CancelTask task={task} onCancelled={onChanged} />}
      </Flex>
      <ConnectionNote isLost={isLost} />
      <TaskAnnouncement task={task} />
      {isAtWork ? (
        <TaskProgress task={task} />
      ) : (
        <Outcome task={task} overview={overview} onStarted={onStarted} undoneBy={undoneBy} />
      )}
      <TaskCounts task={task} />
      {isAtWork && task.codes.length > 0 && <CodeList codes={task.codes} />}
      {!isAtWork && (
        <>
          {task.posts.length > 0 && <PreviewedPosts posts={task.posts} archive={task.archive} />}
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Flex justifyContent="space-between" gap={4} wrap="wrap">
              <Subheading>{say('issues.title')}</Subheading>
              <ReportButtons task={task} />
            </Flex>
            <IssuesPanel key={task.key} task={task} />
          </Flex>
        </>
      )}
    </Flex>
  );
};
