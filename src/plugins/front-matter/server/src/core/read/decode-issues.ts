import { type Issue, issueOf } from '../issue';
import type { Decoded } from './decode';
import { guessEncoding } from './guess-encoding';

/**
 * The issue of a file that could not be decoded.
 *
 * @param configFile the file whose `encoding` names the encoding of an archive
 */
export const undecodable = (
  { reason, line }: Extract<Decoded, { ok: false }>,
  bytes: Uint8Array,
  configFile: string
): Issue => {
  const place = { line, column: line === null ? null : 1 };
  if (reason === 'unknown') {
    return issueOf('ENCODING_UNKNOWN', { message: unknown(bytes, configFile), ...place });
  }
  const message =
    'The text holds NUL, or characters that are lost in its encoding. Restore the file from a good copy.';
  return issueOf('TEXT_DAMAGED', { message, ...place });
};

const unknown = (bytes: Uint8Array, configFile: string): string => {
  const guess = guessEncoding(bytes);
  if (guess === null) {
    return `The file is not UTF-8 and no other encoding fits. Convert it to UTF-8, or name the encoding of the archive as "encoding" in ${configFile}.`;
  }
  const { encoding, script } = guess;
  return `The file is not UTF-8 and looks like ${encoding} (${script}), which cannot be told for sure. If the archive is in it, say "encoding: ${encoding}" in ${configFile}; else convert the file to UTF-8.`;
};

/** The issue of a file that is in another encoding than the archive's. */
export const converted = (encoding: string): Issue =>
  issueOf('ENCODING_CONVERTED', {
    message: `The file is in ${encoding}, not in UTF-8, and was converted. Check the text.`,
  });
