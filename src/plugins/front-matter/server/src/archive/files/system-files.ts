/**
 * Whether a file was left by an operating system, an editor or version control. Such files are not
 * reported.
 *
 * @param path with `/` between its parts
 */
export const isSystemFile = (path: string): boolean =>
  SYSTEM_FILE.test(path.slice(path.lastIndexOf('/') + 1)) || SYSTEM_FOLDER.test(path);

const SYSTEM_FILE =
  /^(?:\.DS_Store|\._.*|\.localized|Icon\r|(?:eh)?thumbs\.db|desktop\.ini|\.directory|\.Trash.*|\.git(?:keep|ignore|attributes)|\.(?:keep|editorconfig|hidden)|\..*\.sw[a-p])$/i;

const SYSTEM_FOLDER = /(?:^|\/)(?:__MACOSX|@eaDir|\.Spotlight-V100|\.fseventsd|\$RECYCLE\.BIN)\//i;
