import { BoxError, type BoxErrorCode, shownName } from './box-error';

/** What keeps an entry from being unpacked, seen from its header. */
export type EntryObstacle = 'link' | 'special' | 'encrypted' | 'packing' | 'not-text';

/** An entry of a box, as it is read: nothing of it has been checked. */
export interface BoxEntry {
  /** As the box has it, with `/` between its parts. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly obstacle: EntryObstacle | null;
  /** The bytes of a file, called at most once; what is not read is passed over. */
  read(): AsyncIterable<Uint8Array>;
}

const OBSTACLES: Readonly<Record<EntryObstacle, readonly [BoxErrorCode, string]>> = {
  link: [
    'BOX_LINK',
    'is a link, and links are not unpacked. Put the file itself in its place, or remove it, and pack the archive again.',
  ],
  special: [
    'BOX_LINK',
    'is neither a plain file nor a folder (a device, a pipe, a file with holes). Remove it, and pack the archive again.',
  ],
  encrypted: ['BOX_ENCRYPTED', 'is encrypted. Pack the archive again without a password.'],
  packing: [
    'BOX_BROKEN',
    'is compressed by a method that cannot be read here. Pack the archive again as an ordinary zip ("Deflate"), or as tar.gz.',
  ],
  'not-text': [
    'BOX_PATH',
    'has a name that is not UTF-8. Rename it, or pack the archive as a zip.',
  ],
};

/** The error for an entry that cannot be unpacked. */
export const obstacleError = (obstacle: EntryObstacle, name: string): BoxError => {
  const [code, reason] = OBSTACLES[obstacle];
  return new BoxError(code, `${shownName(name)} ${reason}`);
};
