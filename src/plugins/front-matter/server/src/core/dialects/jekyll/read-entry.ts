import type { ArchiveEntry } from '../../entry';
import { type Issue, issueOf } from '../../issue';
import { decode } from '../../read/decode';
import { converted, undecodable } from '../../read/decode-issues';
import { findReplacement } from '../../read/find-replacement';
import { scanBody } from '../../read/scan-body';
import type { ReadEntry } from '../dialect';
import { type ReadingBody, readSafely } from '../read-safely';
import { defaultsFinder } from './post/defaults';
import { entryFilter, type EntryFilter } from './files/entry-filter';
import { extensionOf, readDatedName, readDatelessName } from './files/file-name';
import { type JekyllPlace, placeInArchive } from './files/place';
import { readText, type TextReading } from './header/read-text';
import { interpret, type JekyllContext } from './post/interpret';

export interface JekyllReaderOptions extends Omit<JekyllContext, 'defaultsOf'> {
  /** Further folders of posts, from the archive's root. */
  readonly extraFolders: readonly string[];
}

/** Makes a reader of files as Jekyll 4.3 reads them; what it fails on is repaired where that is clear. */
export const jekyllReader = (options: JekyllReaderOptions): ReadEntry => {
  const filter = entryFilter(options.config, options.extraFolders);
  const context = { ...options, defaultsOf: defaultsFinder(options.config) };
  return readSafely((entry) => readFile(entry, context, filter));
};

const readFile = (
  entry: ArchiveEntry,
  options: JekyllReaderOptions & JekyllContext,
  filter: EntryFilter
): ReadingBody => {
  const { path } = entry;
  const place = placeInArchive(path, options.extraFolders, options.config);
  if (place === null) return { status: 'skipped', issues: [notAPost()] };
  const omission = omissionOf(path, place, filter);
  if (omission) return { status: 'skipped', issues: [omission] };

  const isPost = hasPostName(place);
  const decoded = decode(entry.bytes, options.config.encoding);
  if (!decoded.ok) {
    return isPost
      ? { status: 'quarantined', issues: [undecodable(decoded, entry.bytes, '_config.yml')] }
      : { status: 'skipped', issues: [notAPost()] };
  }
  if (!isPost && !/^\s*---/.test(decoded.text)) return { status: 'skipped', issues: [notAPost()] };
  const read = readText(decoded.text);
  const wrongName = isPost ? [] : [nameNotAPost(place)];
  if (!read.ok) return { status: 'quarantined', issues: [...wrongName, ...read.issues] };
  const { reading } = read;
  const result = interpret(reading, place, entry.modifiedAt, options);
  const expected = ['utf-8', options.config.encoding.toLowerCase()];
  const isConverted = !expected.includes(decoded.encoding);
  const conversion = isConverted ? [converted(decoded.encoding)] : [];
  const issues = [
    ...wrongName,
    ...conversion,
    ...findReplacement(decoded.text),
    ...reading.issues,
    ...result.issues,
  ];
  if (!result.ok || !isPost) return { status: 'quarantined', issues };
  const isRepaired = reading.repaired || result.repaired || isConverted;
  return {
    status: isRepaired ? 'repaired' : 'ok',
    file: { encoding: decoded.encoding, bom: decoded.bom, header: reading.header },
    post: result.post,
    placeOf: reading.placeOf,
    issues: [...issues, ...bodyIssues(reading)],
  };
};

/** Why Jekyll ignores the file. */
const omissionOf = (path: string, place: JekyllPlace, filter: EntryFilter): Issue | null => {
  const omission = filter.ofFile(path, place);
  if (omission === 'hidden') {
    return issueOf('HIDDEN_NAME', {
      message:
        'The generator leaves out names that begin with ".", "_", "#" or "~" or end with "~". Rename the file to import it.',
    });
  }
  if (/^\.ya?ml$/.test(extensionOf(path))) return notAPost();
  if (omission === 'excluded') {
    return issueOf('EXCLUDED_BY_CONFIG', {
      message:
        'The generator\'s configuration excludes the file. Take it out of "exclude" to import it.',
    });
  }
  return null;
};

/** Names in `_posts` begin with a date, names in `_drafts` end with an extension. */
const hasPostName = (place: JekyllPlace): boolean => {
  const read = place.kind === 'posts' ? readDatedName : readDatelessName;
  return read(place.inside) !== null;
};

const notAPost = (): Issue =>
  issueOf('NOT_A_POST', {
    message: "The file is in a folder of posts, but neither its name nor its text is a post's.",
  });

const nameNotAPost = (place: JekyllPlace): Issue => {
  const wanted = place.kind === 'posts' ? 'YYYY-MM-DD-name.md' : 'name.md';
  return issueOf('NAME_NOT_A_POST', {
    message: `The file has front matter, but the generator ignores a file of its name. Rename it to ${wanted}.`,
    line: 1,
    column: 1,
  });
};

const bodyIssues = (reading: TextReading): Issue[] => {
  const headerLines = reading.header.split('\n').length - 1;
  return scanBody(reading.content, headerLines);
};
