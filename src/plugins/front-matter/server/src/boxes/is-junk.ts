const JUNK = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.git(?:\/|$)|\.DS_Store$|\._[^/]*$|Icon\r$)/;

/**
 * Whether an entry is passed over: what macOS adds to folders and to zips, and the insides of a Git
 * repository, which are thousands of files that no archive is read from.
 *
 * @param name with `/` between its parts
 */
export const isJunk = (name: string): boolean => JUNK.test(name);
