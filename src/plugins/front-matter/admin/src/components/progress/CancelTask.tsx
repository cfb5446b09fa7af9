import * as React from 'react';
import { Button } from '@strapi/design-system';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { taskAddress } from '../../requests/addresses';
import { Confirm } from '../parts/Confirm';

interface CancelTaskProps {
  readonly task: Task;
  readonly onCancelled: () => void;
}

/** The button that stops a task, once that is confirmed. */
export const CancelTask = ({ task, onCancelled }: CancelTaskProps) => {
  const say = useSay();
  const [isAsked, setAsked] = React.useState(false);
  const { isSending, error, send } = useSend();
  const cancel = async (): Promise<void> => {
    if ((await send('post', `${taskAddress(task.key)}/cancel`)) === null) return;
    setAsked(false);
    onCancelled();
  };

  return (
    <>
      <Button variant="danger-light" disabled={task.isCancelled} onClick={() => setAsked(true)}>
        {say(task.isCancelled ? 'state.stopping' : 'cancel.button')}
      </Button>
      {isAsked && (
        <Confirm
          title={say(`cancel.title.${task.kind}`)}
          confirm={say('cancel.confirm')}
          cancel={say('cancel.go-on')}
          isDangerous
          isBusy={isSending}
          error={error}
          onConfirm={() => void cancel()}
          onClose={() => setAsked(false)}
        >
          {say(`cancel.text.${task.kind}`)}
        </Confirm>
      )}
    </>
  );
};
