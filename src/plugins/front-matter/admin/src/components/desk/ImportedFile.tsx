import { Flex, Typography } from '@strapi/design-system';
import type { Overview } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useCountWords } from '../../hooks/words/useCountWords';
import { useTask } from '../../hooks/useTask';
import { isWorking } from '../../tasks/task-state';
import { TaskAnnouncement } from '../progress/TaskAnnouncement';
import { TaskState } from '../progress/TaskState';
import { Outcome } from '../task/Outcome';

interface ImportedFileProps {
  /** The import of the file as it was started. */
  readonly task: Task;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
}

const nothing = (): void => undefined;

/** The import of one file: that it is at work, and what has become of the file. */
export const ImportedFile = ({ task: started, overview }: ImportedFileProps) => {
  const { task } = useTask(started, nothing);
  const inWords = useCountWords();
  if (task === null) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <TaskState task={task} />
      <TaskAnnouncement task={task} />
      {!isWorking(task) && (
        <Outcome task={task} overview={overview} undoneBy={null} onStarted={nothing} />
      )}
      {!isWorking(task) && <Typography>{inWords(task)}</Typography>}
    </Flex>
  );
};
