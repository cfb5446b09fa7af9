import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { detect } from 'chardet';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly bom: boolean }
  | { readonly ok: false; readonly reason: 'damaged' | 'unknown'; readonly line: number | null };

/** Detected encodings that are decoded by a superset. */
const WIDER: Readonly<Record<string, string>> = { GBK: 'gb18030', GB2312: 'gb18030' };

/** Encodings that are detected. Single-byte ones are not among them, since any bytes are valid in them. */
const DETECTED = new Set([
  'GB18030',
  'Big5',
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'UTF-16LE',
  'UTF-16BE',
]);

const decoders = new Map<string, TextDecoder>();

const decoderOf = (encoding: string): TextDecoder => {
  const name = encoding.toLowerCase();
  let decoder = decoders.get(name);
  if (!decoder) {
    decoder = new TextDecoder(name, { fatal: true });
    decoders.set(name, decoder);
  }
  return decoder;
};

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  if (/^utf-?8$/i.test(encoding)) return decodeUtf8(bytes);
  try {
    return decoderOf(encoding).decode(bytes);
  } catch {
    return null;
  }
};

/** For nearly every file, and several times faster than a decoder that reports errors. */
const decodeUtf8 = (bytes: Uint8Array): string | null => {
  if (!isUtf8(bytes)) return null;
  const { buffer, byteOffset, byteLength } = bytes;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
};

/**
 * Decodes a file. Where it is neither in the declared encoding nor in UTF-8, the encoding is detected, and
 * every byte has to be valid in it.
 *
 * @param declared the encoding that the archive's configuration names
 */
export const decode = (bytes: Uint8Array, declared: string): Decoded => {
  const mark = markOf(bytes);
  for (const encoding of candidatesOf(bytes, mark, declared)) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return checked(text, encoding, mark !== null);
  }
  return { ok: false, reason: 'unknown', line: lineOfFirstFault(bytes) };
};

/** The line, from 1, of the first byte that is not UTF-8. */
const lineOfFirstFault = (bytes: Uint8Array): number => {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, Math.max(text.indexOf('\ufffd'), 0)).split('\n').length;
};

/** UTF-16 without a mark: a zero byte beside each dash of the header shows the byte order. */
const wideHeader = (bytes: Uint8Array): string | null => {
  const [first, second, third, fourth] = bytes;
  if (first === 0x2d && second === 0 && third === 0x2d && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x2d && third === 0 && fourth === 0x2d) return 'utf-16be';
  return null;
};

const markOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/** A generator, so that detecting is done only for files that are not UTF-8. */
function* candidatesOf(
  bytes: Uint8Array,
  mark: string | null,
  declared: string
): Generator<string> {
  const certain = mark ?? wideHeader(bytes);
  if (certain !== null) {
    yield certain;
    return;
  }
  yield declared;
  yield 'utf-8';
  const name = detect(bytes);
  if (name === null) return;
  if (DETECTED.has(WIDER[name] ?? name)) yield WIDER[name] ?? name;
  else if (LATIN.test(name) && isInPairs(bytes)) yield 'gb18030';
}

/** What the detector finds in a few Chinese characters, which are too few for its statistics. */
const LATIN = /^(?:ISO-8859-(?:1|2|9)|windows-125[02478])$/;

/** GB 2312 writes a character as two high bytes; in Latin alphabets high bytes are mostly single. */
const isInPairs = (bytes: Uint8Array): boolean => {
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0xa1) run += 1;
    else if (byte >= 0x80 || run % 2 === 1) return false;
    else run = 0;
  }
  return run % 2 === 0;
};

/** Rejects text with a NUL, or with a replacement character that the encoding itself cannot hold. */
const checked = (text: string, encoding: string, bom: boolean): Decoded => {
  const damage = text.search(/^utf-/i.test(encoding) ? /\u0000/ : /[\u0000\ufffd]/);
  if (damage === -1) return { ok: true, text, encoding: encoding.toLowerCase(), bom };
  return { ok: false, reason: 'damaged', line: text.slice(0, damage).split('\n').length };
};
