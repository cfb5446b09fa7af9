import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { Conflict } from '../../../../server/src/panel/conflict-contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { type Choices, openFields, requestOf } from '../../conflicts/choices';
import { NOTHING_KNOWN, useOverview } from '../../hooks/archives/useOverview';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { useTask } from '../../hooks/useTask';
import { conflictPage, settleAddress } from '../../requests/addresses';
import { isWorking } from '../../tasks/task-state';
import { LeaveGuard } from '../parts/LeaveGuard';
import { Note } from '../parts/Note';
import { Section } from '../parts/Section';
import { ConflictForm } from './ConflictForm';
import { SettleBar } from './SettleBar';
import { Settled } from './Settled';

interface ConflictDetailProps {
  /** The archive's key. */
  readonly archive: string;
  readonly conflict: Conflict;
  /** Whether it is none any more. */
  readonly isGone: boolean;
  /** Whether it is being read again. */
  readonly isLoading: boolean;
  /** Reads it again. */
  readonly onChanged: () => void;
}

/** A conflict with its fields: what holds is chosen, and then settled by an import of the one file. */
export const ConflictDetail = (props: ConflictDetailProps) => {
  const { archive, conflict, isGone, isLoading, onChanged } = props;
  const say = useSay();
  const navigate = useNavigate();
  const [choices, setChoices] = React.useState<Choices>({});
  const [started, setStarted] = React.useState<Task | null>(null);
  const { isSending, error, send } = useSend();
  const overview = useOverview();
  const { running } = overview.data ?? NOTHING_KNOWN;
  const { task, isLost } = useTask(started, overview.ask);
  const isAtWork = task !== null && isWorking(task);
  const latest = React.useRef(onChanged);
  latest.current = onChanged;
  const hasSettled = task?.state === 'finished';
  React.useEffect(() => {
    // Where it has failed, what was chosen can be settled again.
    if (!hasSettled) return;
    setChoices({});
    latest.current();
  }, [hasSettled, task?.key]);
  const chosen = Object.keys(choices).length;
  const { obstacle, next } = conflict;
  const onNext = next === null ? null : () => navigate(conflictPage(archive, next));
  const settle = async (): Promise<void> => {
    const answer = await send<Task>('post', settleAddress(archive), requestOf(conflict, choices));
    if (answer !== null) setStarted(answer.data);
  };

  return (
    <Section title={say('conflict.fields')} hint={say('conflict.hint')}>
      {task !== null && <Settled task={task} isLost={isLost} onNext={isGone ? onNext : null} />}
      {!isGone && obstacle !== null && (
        <Note kind="warning">{say(`conflict.obstacle-${obstacle}`)}</Note>
      )}
      {!isGone && obstacle === null && (
        <ConflictForm
          conflict={conflict}
          choices={choices}
          isDisabled={isAtWork || isSending || isLoading}
          onChange={setChoices}
        />
      )}
      {!isGone && conflict.issues.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={1}>
          {conflict.issues.map(({ code, message }) => (
            <Typography key={`${code} ${message}`} textColor="neutral600">
              {message}
            </Typography>
          ))}
        </Flex>
      )}
      {error !== null && (
        <Note kind="danger" role="alert">
          {error}
        </Note>
      )}
      {!isGone && !isAtWork && (
        <SettleBar
          chosen={chosen}
          count={obstacle === null ? openFields(conflict).length : 0}
          isSending={isSending}
          isBlocked={running !== null}
          onSettle={() => void settle()}
          onNext={onNext}
        />
      )}
      <LeaveGuard isOn={chosen > 0 && !isAtWork && !isGone} text={say('conflict.leave')} />
    </Section>
  );
};
