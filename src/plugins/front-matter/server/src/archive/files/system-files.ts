/**
 * Whether a file is what operating systems, editors and version control leave in every folder. No
 * person put it there, so nothing is to be said of it.
 *
 * @param path with `/` between its parts
 */
export function isSystemFile(path: string): boolean {
  return SYSTEM_FILE.test(path.slice(path.lastIndexOf('/') + 1)) || SYSTEM_FOLDER.test(path);
}

const SYSTEM_FILE =
  /^(?:\.DS_Store|\._.*|\.localized|Icon\r|(?:eh)?thumbs\.db|desktop\.ini|\.directory|\.Trash.*|\.git(?:keep|ignore|attributes)|\.(?:keep|editorconfig|hidden)|\..*\.sw[a-p])$/i;

const SYSTEM_FOLDER = /(?:^|\/)(?:__MACOSX|@eaDir|\.Spotlight-V100|\.fseventsd|\$RECYCLE\.BIN)\//i;
