import { printable } from 'strapi-plugin-kit/cli';

/**
 * Why a box is refused: it is neither a zip nor a tar; it is damaged or breaks off; one of its limits;
 * a name that cannot be unpacked; something that is neither file nor folder; two of one name; a
 * password; nothing in it. Codes are permanent.
 */
export type BoxErrorCode =
  | 'BOX_NOT_ARCHIVE'
  | 'BOX_BROKEN'
  | 'BOX_TOO_BIG'
  | 'BOX_TOO_MANY'
  | 'BOX_FILE_TOO_BIG'
  | 'BOX_RATIO'
  | 'BOX_PATH'
  | 'BOX_LINK'
  | 'BOX_DOUBLED'
  | 'BOX_ENCRYPTED'
  | 'BOX_EMPTY';

/** A box that is not unpacked. The message is for whoever uploaded it: what, which entry, what to do. */
export class BoxError extends Error {
  override readonly name = 'BoxError';
  constructor(
    readonly code: BoxErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}

/** Characters of an entry's name in a message. */
const MAX_SHOWN = 120;

/** An entry's name in quotes, shortened; nothing in it acts on a terminal or a page. */
export const shownName = (name: string): string => {
  const line = printable(name.slice(0, MAX_SHOWN));
  return `"${name.length > MAX_SHOWN ? `${line}…` : line}"`;
};
