import * as React from 'react';
import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { runAddress, taskPage } from '../../requests/addresses';
import { UndoDialog } from './UndoDialog';

interface RollBackProps {
  readonly run: number;
  /** Whether it is itself a rollback. */
  readonly isRollback?: boolean;
  /** Whether it cannot be done now. */
  readonly isBlocked: boolean;
}

/** The button that undoes a run, once it was shown what that would do. It leads to the task that does it. */
export const RollBack = ({ run, isRollback = false, isBlocked }: RollBackProps) => {
  const say = useSay();
  const navigate = useNavigate();
  const [isAsked, setAsked] = React.useState(false);
  const { isSending, error, send } = useSend();
  const label = isRollback ? 'undo.button-rollback' : 'undo.button';
  const rollBack = async (): Promise<void> => {
    const answer = await send<Task>('post', `${runAddress(run)}/rollback`);
    if (answer !== null) navigate(taskPage(answer.data.key));
  };

  return (
    <>
      <Button
        variant="danger-light"
        size="S"
        disabled={isBlocked}
        aria-label={say(`${label}-of`, { run })}
        onClick={() => setAsked(true)}
      >
        {say(label)}
      </Button>
      {isAsked && (
        <UndoDialog
          run={run}
          isBusy={isSending}
          error={error}
          onConfirm={() => void rollBack()}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
};
