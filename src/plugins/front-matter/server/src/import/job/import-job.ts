import type { Corrections } from '../corrections/load-corrections';
import type { ReadingSetup } from '../../reading/protocol';
import type { Foresee } from '../foresee/foresee-batch';
import type { Pausing } from '../../run/run-transaction';
import type { NotKeptCounter } from '../keys/count-not-kept';
import type { SeenKeys } from '../keys/seen-keys';
import type { Planner } from '../plan/planner';
import type { LanguageWatch } from '../translations/looks-translated';
import type { Writer } from '../write/writer';
import type { ImportOptions } from './options';

/** Everything an import works with, made once. */
export interface ImportJob extends Pausing {
  readonly options: ImportOptions;
  readonly archive: string;
  /** What decides what becomes of a file besides its bytes, by the checksum of these. */
  readonly fingerprint: (checksum: string) => string;
  readonly corrections: Corrections;
  readonly reading: ReadingSetup;
  /** Milliseconds since the epoch: what is dated later is not shown yet. */
  readonly now: number;
  readonly planner: Planner;
  /** Null for a dry run. */
  readonly writer: Writer | null;
  /** What a dry run asks instead of writing. */
  readonly foresee: Foresee;
  /** Keys of records whose documents moved to another file. */
  readonly moved: SeenKeys;
  /** Null where posts are told apart by their language, and for some files alone. */
  readonly languages: LanguageWatch | null;
  /** Null for some files alone. */
  readonly notKept: NotKeptCounter | null;
}
