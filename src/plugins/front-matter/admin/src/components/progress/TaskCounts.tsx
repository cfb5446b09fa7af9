import { useIntl } from 'react-intl';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { countList } from '../../tasks/count-list';
import { Facts } from '../parts/Facts';

/** What files or documents have come to so far. */
export const TaskCounts = ({ task }: { readonly task: Pick<Task, 'kind' | 'counts'> }) => {
  const say = useSay();
  const { formatNumber } = useIntl();
  return (
    <Facts
      label={say('counts.title')}
      facts={countList(task.kind, task.counts).map(({ name, count }) => ({
        name: say(`counts.${name}`),
        value: formatNumber(count),
        hint: say(`counts.${name}.hint`),
      }))}
    />
  );
};
