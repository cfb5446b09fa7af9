import { BoxError, shownName } from './box-error';
import type { RefusalKey } from './refusals';

/** Bytes of a name and of a whole path that file systems take; the last byte of a path is its end. */
const MAX_PART = 255;
const MAX_PATH = 4_095;

const CONTROL = /\p{Cc}/u;
const DRIVE = /^[a-z]:/i;

/**
 * Checks the name of an entry, and leaves out the parts that say nothing (`./a//b` is `a/b`).
 *
 * A backslash is an ordinary character in the name of a file on Linux, and a separator elsewhere: such a
 * name must not lead out either way.
 *
 * @param into the folder that is unpacked into, absolute
 * @returns the path in that folder; empty for the folder itself
 * @throws BoxError `BOX_PATH`
 */
export const checkPath = (name: string, into: string): string => {
  const refuse = (key: RefusalKey, most = 0): BoxError =>
    new BoxError(key, { name: shownName(name), most });
  if (name === '') throw refuse('path-empty');
  if (CONTROL.test(name)) throw refuse('path-control');
  if (/^[\\/]/.test(name) || DRIVE.test(name)) {
    throw refuse('path-root');
  }
  if (name.split(/[\\/]/).includes('..')) {
    throw refuse('path-out');
  }
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => Buffer.byteLength(part) > MAX_PART)) {
    throw refuse('path-part', MAX_PART);
  }
  const path = parts.join('/');
  if (Buffer.byteLength(into) + 1 + Buffer.byteLength(path) > MAX_PATH) {
    throw refuse('path-long', MAX_PATH);
  }
  return path;
};
