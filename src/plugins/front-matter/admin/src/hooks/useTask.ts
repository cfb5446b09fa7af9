import * as React from 'react';
import type { Task } from '../../../server/src/panel/task-contract';
import { taskAddress } from '../requests/addresses';
import { isWorking } from '../tasks/task-state';
import { useFreshDocuments } from './useFreshDocuments';
import { usePolled } from './usePolled';

/**
 * A task as it is now: it is asked for as long as it is at work.
 *
 * @param given as it was when it was started or listed
 * @param onEnded called when it has ended while it was looked at
 */
export const useTask = (
  given: Task | null,
  onEnded: () => void
): { readonly task: Task | null; readonly isLost: boolean } => {
  const isFollowed = given !== null && isWorking(given);
  const address = isFollowed ? taskAddress(given.key) : null;
  const { data, isLost } = usePolled<Task>(address, isWorking);
  const task = isFollowed && data?.key === given.key ? data : given;
  const ended = React.useRef(onEnded);
  ended.current = onEnded;
  const hasEnded = isFollowed && task !== null && !isWorking(task);
  useFreshDocuments(hasEnded);
  React.useEffect(() => {
    if (hasEnded) ended.current();
  }, [hasEnded]);
  return { task, isLost };
};
