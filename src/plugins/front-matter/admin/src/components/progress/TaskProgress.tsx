import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { roughTime } from '../../tasks/rough-time';
import { progressOf, stateOf } from '../../tasks/task-state';
import { ProgressBar } from './ProgressBar';

/** How far a task is that is at work: a bar, the rate, and the time that is left. */
export const TaskProgress = ({ task }: { readonly task: Task }) => {
  const say = useSay();
  const { formatNumber } = useIntl();
  const progress = progressOf(task);
  const kind = say(`kind.${task.kind}`);
  const state = say(`state.${stateOf(task)}`);
  const left = task.timeLeft === null ? null : roughTime(task.timeLeft);
  const parts = [
    progress === null
      ? state
      : say('progress.done', {
          done: formatNumber(progress.done),
          total: formatNumber(progress.total),
        }),
    task.rate === null
      ? null
      : say('progress.rate', { rate: formatNumber(task.rate, { maximumFractionDigits: 0 }) }),
    left === null ? null : say(`progress.left-${left.unit}`, { count: left.count }),
  ];

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <ProgressBar label={kind} percent={progress?.percent ?? null} />
      <Typography textColor="neutral600" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {parts.filter((part) => part !== null).join(' · ')}
      </Typography>
    </Flex>
  );
};
