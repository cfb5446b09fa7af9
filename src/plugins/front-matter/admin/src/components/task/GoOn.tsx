import { Button, Flex, Typography } from '@strapi/design-system';
import type { Overview } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { archiveAddress, runAddress } from '../../requests/addresses';

interface GoOnProps {
  readonly task: Task;
  readonly overview: Pick<Overview, 'may' | 'running' | 'contentType'>;
  readonly onStarted: (task: Task) => void;
}

/** Where the same is to be asked for again; null where nobody knows of what. */
const addressOf = ({ kind, archive, undoes, settles }: Task): string | null => {
  // What is still in conflict is decided about where the conflicts are.
  if (settles) return null;
  if (kind === 'rollback') return undoes === null ? null : `${runAddress(undoes)}/rollback`;
  return archive === null ? null : `${archiveAddress(archive)}/${kind}`;
};

/** The button that has a task go on that was interrupted. */
export const GoOn = ({ task, overview, onStarted }: GoOnProps) => {
  const say = useSay();
  const { isSending, error, send } = useSend();
  const address = addressOf(task);
  const { may, running } = overview;
  const isAllowed = task.kind === 'rollback' ? may.rollback : may.import;
  if (address === null || !isAllowed) return null;
  const goOn = async (): Promise<void> => {
    const answer = await send<Task>('post', address);
    if (answer !== null) onStarted(answer.data);
  };

  return (
    <Flex direction="column" alignItems="flex-end" gap={1}>
      <Button loading={isSending} disabled={running !== null} onClick={() => void goOn()}>
        {say('task.go-on')}
      </Button>
      {error !== null && (
        <Typography role="alert" textColor="danger600">
          {error}
        </Typography>
      )}
    </Flex>
  );
};
