import type { Core } from '@strapi/strapi';

import type { Changes } from '../../ledger/changes';
import type { Records } from '../../ledger/records/records';
import type { Runs } from '../../ledger/runs';
import type { InverseOrders } from '../../site/links/link-rows';
import type { Target } from '../../site/target';
import type { SeenKeys } from '../keys/seen-keys';

/** What writing a batch needs besides the plan. */
export interface Writer {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly runs: Runs;
  readonly archive: string;
  readonly fingerprint: string;
  readonly run: number;
  readonly orders: InverseOrders;
  /** Keys of records whose documents moved; grows with every batch. */
  readonly moved: SeenKeys;
  readonly now: () => Date;
}
