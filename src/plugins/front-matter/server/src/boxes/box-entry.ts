import { BoxError, shownName } from './box-error';
import type { RefusalKey } from './refusals';

/** What keeps an entry from being unpacked, seen from its header. */
export type EntryObstacle = 'link' | 'special' | 'encrypted' | 'packing' | 'not-text';

/** An entry of a box, as it is read: nothing of it has been checked. */
export interface BoxEntry {
  /** As the box has it, with `/` between its parts. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly obstacle: EntryObstacle | null;
  /** When a file was changed last, which is the date of a draft that names none; null where that is not told. */
  readonly modifiedAt: Date | null;
  /** The bytes of a file, called at most once; what is not read is passed over. */
  read(): AsyncIterable<Uint8Array>;
}

const OBSTACLES = {
  link: 'link',
  special: 'special',
  encrypted: 'encrypted',
  packing: 'packing',
  'not-text': 'path-encoding',
} as const satisfies Readonly<Record<EntryObstacle, RefusalKey>>;

/** The error for an entry that cannot be unpacked. */
export const obstacleError = (obstacle: EntryObstacle, name: string): BoxError =>
  new BoxError(OBSTACLES[obstacle], { name: shownName(name) });
