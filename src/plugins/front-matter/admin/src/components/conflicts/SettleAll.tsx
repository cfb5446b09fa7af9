import * as React from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { ConflictPage, SettleRequest } from '../../../../server/src/panel/conflict-contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import type { Side } from '../../conflicts/choices';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { settleAddress, taskPage } from '../../requests/addresses';
import { Confirm } from '../parts/Confirm';

interface SettleAllProps {
  /** The archive's key. */
  readonly archive: string;
  readonly count: number;
  readonly look: ConflictPage['look'];
  readonly isBlocked: boolean;
}

/** The buttons that have all conflicts settled alike, once it was said how many these are. */
export const SettleAll = ({ archive, count, look, isBlocked }: SettleAllProps) => {
  const say = useSay();
  const navigate = useNavigate();
  const [side, setSide] = React.useState<Side | null>(null);
  const { isSending, error, send } = useSend();
  const settle = async (all: SettleRequest): Promise<void> => {
    const answer = await send<Task>('post', settleAddress(archive), all);
    if (answer !== null) navigate(taskPage(answer.data.key));
  };

  return (
    <Flex gap={2} wrap="wrap">
      {(['site', 'archive'] as const).map((each) => (
        <Button
          key={each}
          variant="tertiary"
          size="S"
          disabled={isBlocked}
          onClick={() => setSide(each)}
        >
          {say(`conflicts.all-${each}`)}
        </Button>
      ))}
      {side !== null && (
        <Confirm
          title={say(`conflicts.ask-${side}`, { count })}
          confirm={say(`conflicts.confirm-${side}`)}
          isDangerous={side === 'archive'}
          isBusy={isSending}
          error={error}
          onConfirm={() => void settle({ all: { side, ...look } })}
          onClose={() => setSide(null)}
        >
          <Dialog.Description>{say(`conflicts.will-${side}`, { count })}</Dialog.Description>
          <Typography>{say('conflicts.since')}</Typography>
        </Confirm>
      )}
    </Flex>
  );
};
