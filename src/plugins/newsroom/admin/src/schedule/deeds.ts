import type { ScheduledDeed } from '../../../server/src/panel/schedule-contract';

/** In the order in which they are done. */
export const DEEDS: readonly ScheduledDeed[] = ['publish', 'unpublish'];
