import type { Header } from 'tar-stream';
import type { EntryObstacle } from '../box-entry';
import { decodeName } from '../decode-name';

/**
 * The name of an entry. A pax header is in UTF-8; what others are in they do not say.
 *
 * @param header with names read as `latin1`
 */
export const nameOf = (header: Header): string =>
  paxPathOf(header) ||
  decodeName(Buffer.from(header.name, 'latin1'), (bytes) => bytes.toString('latin1'));

/** When a file was changed last; tars that are to be the same whenever they are made have zero there. */
export const modifiedAtOf = ({ mtime }: Header): Date | null => {
  const time = mtime?.getTime() ?? 0;
  return mtime === undefined || Number.isNaN(time) || time <= 0 ? null : mtime;
};

/** What keeps an entry from being unpacked. */
export const obstacleOf = (header: Header): EntryObstacle | null => {
  const { type } = header;
  if (type === 'link' || type === 'symlink') return 'link';
  if (type !== 'file' && type !== 'contiguous-file' && type !== 'directory') return 'special';
  const keys = Object.keys(paxOf(header));
  if (keys.length > MAX_KEYS || keys.some((key) => key.startsWith('GNU.sparse.'))) return 'special';
  return paxPathOf(header).includes(REPLACEMENT) ? 'not-text' : null;
};

/** Keys of a pax header that an entry may have; each costs time for every entry that inherits it. */
const MAX_KEYS = 1_000;

/** What bytes that are not UTF-8 are decoded to. */
const REPLACEMENT = '\ufffd';

const paxPathOf = (header: Header): string => {
  const { path } = paxOf(header);
  return typeof path === 'string' ? path : '';
};

const paxOf = ({ pax }: Header): Readonly<Record<string, unknown>> =>
  typeof pax === 'object' && pax !== null ? { ...pax } : {};
