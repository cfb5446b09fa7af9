import { BoxError, shownName } from './box-error';

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
  const refuse = (reason: string): BoxError =>
    new BoxError(
      'BOX_PATH',
      `${shownName(name)} ${reason}. Rename or remove it, and pack the archive again.`
    );
  if (name === '') throw refuse('is a name without characters');
  if (CONTROL.test(name)) throw refuse('has a control character in its name');
  if (/^[\\/]/.test(name) || DRIVE.test(name)) {
    throw refuse('is not named from the root of the archive, but from that of a disk');
  }
  if (name.split(/[\\/]/).includes('..')) {
    throw refuse('leads out of the archive by ".."');
  }
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => Buffer.byteLength(part) > MAX_PART)) {
    throw refuse(`has a name of more than ${MAX_PART} bytes`);
  }
  const path = parts.join('/');
  if (Buffer.byteLength(into) + 1 + Buffer.byteLength(path) > MAX_PATH) {
    throw refuse(`has a path of more than ${MAX_PATH} bytes`);
  }
  return path;
};
