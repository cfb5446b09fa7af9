import { isUtf8 } from 'node:buffer';

const GB18030 = new TextDecoder('gb18030', { fatal: true });

/**
 * Decodes a name that does not say its encoding: UTF-8, which others are not by chance; else GB18030,
 * which Chinese Windows writes into zips; else what the format falls back to.
 */
export const decodeName = (bytes: Buffer, fallback: (bytes: Buffer) => string): string => {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  try {
    return GB18030.decode(bytes);
  } catch {
    return fallback(bytes);
  }
};
