import type { Overview, Rights } from '../../../../server/src/panel/contract';
import { ARCHIVES } from '../../requests/addresses';
import { isWorking } from '../../tasks/task-state';
import { type Polled, usePolled } from '../usePolled';

const isChanging = ({ running, archives }: Overview): boolean =>
  running !== null ||
  archives.some(({ state, task }) => state === 'unpacking' || (task !== null && isWorking(task)));

/** Until it is known what somebody may do. */
const NO_RIGHTS: Rights = { import: false, rollback: false, mend: false };

/** What the page goes by until it has an answer. */
export const NOTHING_KNOWN: Pick<Overview, 'may' | 'running' | 'contentType' | 'maxUpload'> = {
  may: NO_RIGHTS,
  running: null,
  contentType: '',
  maxUpload: 0,
};

/** All archives, what is at work, and what may be done. */
export const useOverview = (): Polled<Overview> => usePolled<Overview>(ARCHIVES, isChanging);
