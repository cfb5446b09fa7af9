import type { ArchiveEntry } from '../../entry';
import type { Issue } from '../../issue';
import { type IssueCode, issueOf } from '../../issue-codes';
import type { Reading } from '../../post';
import { type Decoded, decode } from '../../read/decode';
import { guessEncoding } from '../../read/guess-encoding';
import { readText, type TextReading } from './header/read-text';
import { findReplacement } from '../../read/find-replacement';
import { scanBody } from '../../read/scan-body';
import type { ReadEntry } from '../dialect';
import { defaultsFinder } from './config/defaults';
import { entryFilter, type EntryFilter } from './files/entry-filter';
import { extensionOf, readDatedName, readDatelessName } from './files/file-name';
import { interpret, type JekyllContext } from './post/interpret';
import { type JekyllPlace, placeInArchive } from './files/place';

export interface JekyllReaderOptions extends Omit<JekyllContext, 'defaultsOf'> {
  /** Further folders of posts, from the archive's root. */
  readonly extraFolders: readonly string[];
}

/** Reads files as Jekyll 4.3 does, and better where it fails. */
export function jekyllReader(options: JekyllReaderOptions): ReadEntry {
  const filter = entryFilter(options.config, options.extraFolders);
  const context = { ...options, defaultsOf: defaultsFinder(options.config) };
  return (entry) => {
    const { path } = entry;
    try {
      return Object.assign({ path }, readFile(entry, context, filter));
    } catch (error) {
      // No file may stop a run of thousands, whatever is wrong here.
      return { path, status: 'quarantined', issues: [readerFailed(error)] };
    }
  };
}

/** A reading but for what is known of the file before it is read. */
type BodyOf<One> = One extends Reading ? Omit<One, 'path'> : never;

type ReadingBody = BodyOf<Reading>;

function readFile(
  entry: ArchiveEntry,
  options: JekyllReaderOptions & JekyllContext,
  filter: EntryFilter
): ReadingBody {
  const { path, refusal } = entry;
  if (refusal) return { status: refusal.status, issues: [issueOf(refusal.code, refusal)] };
  const place = placeInArchive(path, options.extraFolders, options.config);
  if (place === null) return { status: 'skipped', issues: [notAPost()] };
  const omission = omissionOf(path, place, filter);
  if (omission) return { status: 'skipped', issues: [omission] };

  const isPost = hasPostName(place);
  const decoded = decode(entry.bytes, options.config.encoding);
  if (!decoded.ok) {
    return isPost
      ? { status: 'quarantined', issues: [undecodable(decoded, entry.bytes)] }
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
  const isRepaired = reading.mended || result.mended || isConverted;
  return {
    status: isRepaired ? 'repaired' : 'ok',
    file: { encoding: decoded.encoding, bom: decoded.bom, header: reading.header },
    post: result.post,
    placeOf: reading.placeOf,
    issues: [...issues, ...bodyIssues(reading)],
  };
}

function readerFailed(error: unknown): Issue {
  const reason = error instanceof Error ? error.message : String(error);
  return issueOf('READER_FAILED', {
    message: `The reader failed on this file (${reason}). Please report it with the file.`,
  });
}

/** Why Jekyll would not even look at the file. */
function omissionOf(path: string, place: JekyllPlace, filter: EntryFilter): Issue | null {
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
}

/** `_posts` wants a date in front, `_drafts` an extension at the end. */
function hasPostName(place: JekyllPlace): boolean {
  const read = place.kind === 'posts' ? readDatedName : readDatelessName;
  return read(place.inside) !== null;
}

function notAPost(): Issue {
  return issueOf('NOT_A_POST', {
    message: "The file lies among the posts, but neither its name nor its text is a post's.",
  });
}

function nameNotAPost(place: JekyllPlace): Issue {
  const wanted = place.kind === 'posts' ? 'YYYY-MM-DD-name.md' : 'name.md';
  return issueOf('NAME_NOT_A_POST', {
    message: `The file has front matter, but the generator passes its name over. Rename it to ${wanted}.`,
    line: 1,
    column: 1,
  });
}

function undecodable(decoded: Extract<Decoded, { ok: false }>, bytes: Uint8Array): Issue {
  const [code, message]: [IssueCode, string] =
    decoded.reason === 'damaged'
      ? [
          'TEXT_DAMAGED',
          'The text holds NUL, or characters that are lost in its encoding. Restore the file from a good copy.',
        ]
      : ['ENCODING_UNKNOWN', encodingUnknown(bytes)];
  return issueOf(code, { message, line: decoded.line, column: decoded.line === null ? null : 1 });
}

function encodingUnknown(bytes: Uint8Array): string {
  const guess = guessEncoding(bytes);
  if (guess === null) {
    return 'The file is not UTF-8 and no other encoding fits. Convert it to UTF-8, or name the encoding of the archive as "encoding" in _config.yml.';
  }
  const { encoding, script } = guess;
  return `The file is not UTF-8 and looks like ${encoding} (${script}), which no bytes can prove. If the archive is in it, say "encoding: ${encoding}" in _config.yml; else convert the file to UTF-8.`;
}

function converted(encoding: string): Issue {
  return issueOf('ENCODING_CONVERTED', {
    message: `The file is in ${encoding}, not in UTF-8, and was converted. Look it over once.`,
  });
}

function bodyIssues(reading: TextReading): Issue[] {
  const headerLines = reading.header.split('\n').length - 1;
  return scanBody(reading.content, headerLines);
}
