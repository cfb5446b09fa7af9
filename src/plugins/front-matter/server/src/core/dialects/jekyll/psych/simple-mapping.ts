/**
 * Reads a plain mapping, one `key: value` a line, without the full parser: nearly every header is one,
 * and this is many times faster. Null for anything else.
 *
 * libyaml reads these mappings alike: plain values begin with a letter or a digit and hold no syntax,
 * and quoted ones have no escapes.
 *
 * @param text begins with a line of three dashes
 * @param resolve gives the value of a plain scalar
 */
export const readSimpleMapping = <V>(
  text: string,
  resolve: (text: string) => V
): { readonly hash: Map<V, V | string>; readonly offsets: ReadonlyMap<string, number> } | null => {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const hash = new Map<V, V | string>();
  const offsets = new Map<string, number>();
  let at = opening[0].length;
  while (at < text.length) {
    LINE.lastIndex = at;
    const line = LINE.exec(text);
    if (!line) return null;
    const [whole, key = '', blanks = '', double, single, plain] = line;
    const value = double ?? single;
    if (plain !== undefined && AMBIGUOUS.test(plain)) return null;
    const name = resolve(key);
    // SafeYAML replaces a key that is nil by its value.
    if (name === null) return null;
    hash.set(name, value ?? resolve(plain ?? ''));
    offsets.set(
      key,
      plain === undefined && value === undefined ? at : at + key.length + 1 + blanks.length
    );
    at += whole.length;
  }
  return { hash, offsets };
};

const OPENING = /^---[ \t]*\r?\n/;
const LINE =
  /([A-Za-z_][A-Za-z0-9_-]{0,99}):(?:( +)(?:"([^"\\\n\r\t\u0080-\u00a0\u2028\u2029]*)"|'([^'\n\r\t\u0080-\u00a0\u2028\u2029]*)'|([A-Za-z0-9\u3400-\u9fff](?:[^\n\r\t\u0080-\u00a0\u2028\u2029\ufeff]*[^ \n\r\t\u0080-\u00a0\u2028\u2029\ufeff])?)))? *\r?\n/y;

/** A colon that could end a key, a comment, or characters that plain text may not hold. */
const AMBIGUOUS = /:(?: |$)| #|[\u0000-\u001f\u007f\ufffe\uffff]|[\ud800-\udfff]/;
