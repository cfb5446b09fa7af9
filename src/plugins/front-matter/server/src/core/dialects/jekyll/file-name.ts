/** A file name, taken apart as Jekyll does. */
export interface PostName {
  /** As written: `22-2-7`; null for a draft, whose name needs none. */
  readonly date: string | null;
  readonly slug: string;
  /** With its dot. */
  readonly extension: string;
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;
const DATELESS = /^([^]*)(\.[^.]+)$/;

/**
 * `Document::DATE_FILENAME_MATCHER`: the date stands at the very start of the path or after its
 * last slash.
 */
export function readDatedName(path: string): PostName | null {
  const found = DATED.exec(path) ?? DATED.exec(path.slice(path.lastIndexOf('/') + 1));
  if (!found) return null;
  return { date: found[1] ?? null, slug: found[2] ?? '', extension: found[3] ?? '' };
}

/** `Document::DATELESS_FILENAME_MATCHER`: any name with an extension. */
export function readDatelessName(path: string): PostName | null {
  const found = DATELESS.exec(path.slice(path.lastIndexOf('/') + 1));
  return found ? { date: null, slug: found[1] ?? '', extension: found[2] ?? '' } : null;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Ruby's `File.extname`: a name that only begins with a dot has none. */
export function extensionOf(path: string): string {
  const name = baseName(path).replace(/^\.+/, '');
  const dot = name.lastIndexOf('.');
  return dot <= 0 && !baseName(path).startsWith('.') && dot !== 0 ? '' : dot === -1 ? '' : name.slice(dot);
}

/** Ruby's `File.basename(path, '.*')`. */
export function nameWithoutExtension(path: string): string {
  const name = baseName(path);
  const extension = extensionOf(path);
  return extension === '' ? name : name.slice(0, -extension.length);
}
