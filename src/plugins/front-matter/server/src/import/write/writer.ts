import type { Changes } from '../../ledger/changes';
import type { Records } from '../../ledger/records/records';
import type { InverseOrders } from '../../site/links/link-rows';
import type { Schedule } from '../../site/schedule';
import type { Target } from '../../site/target';
import type { RunAccess } from '../../run/run-transaction';
import type { SeenKeys } from '../keys/seen-keys';

/** What writing a batch needs besides the plan. */
export interface Writer extends RunAccess {
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly archive: string;
  /** As the job has it. */
  readonly fingerprint: (checksum: string) => string;
  readonly orders: InverseOrders;
  /** Keys of records whose documents moved; grows with every batch. */
  readonly moved: SeenKeys;
  readonly now: () => Date;
  /** What publishes documents at a time; null where nothing does. */
  readonly schedule: Schedule | null;
  /** Whether posts that are dated in the future are scheduled. */
  readonly schedulesFuture: boolean;
}
