/** The parts of a file name, as Jekyll splits it. */
export interface PostName {
  /** As written: `22-2-7`; null for a draft, whose name needs none. */
  readonly date: string | null;
  readonly slug: string;
  /** With its dot. */
  readonly extension: string;
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/**
 * `Document::DATE_FILENAME_MATCHER`: the date stands at the very start of the path or after its
 * last slash.
 */
export const readDatedName = (path: string): PostName | null => {
  const found = DATED.exec(path) ?? DATED.exec(path.slice(path.lastIndexOf('/') + 1));
  if (!found) return null;
  return { date: found[1] ?? null, slug: found[2] ?? '', extension: found[3] ?? '' };
};

/**
 * `Document::DATELESS_FILENAME_MATCHER`: any path with a dot. Where the last dot is a folder's,
 * the folder's name is the slug and all that follows the extension.
 */
export const readDatelessName = (path: string): PostName | null => {
  const dot = path.lastIndexOf('.');
  if (dot === -1 || dot === path.length - 1) return null;
  const slug = path.slice(path.lastIndexOf('/', dot) + 1, dot);
  return { date: null, slug, extension: path.slice(dot) };
};

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Ruby's `File.extname`: a name that only begins with dots has none. */
export const extensionOf = (path: string): string => {
  const name = baseName(path).replace(/^\.+/, '');
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
};

/** Ruby's `File.basename(path, '.*')`. */
export const nameWithoutExtension = (path: string): string => {
  const name = baseName(path);
  const extension = extensionOf(path);
  return extension === '' ? name : name.slice(0, -extension.length);
};
