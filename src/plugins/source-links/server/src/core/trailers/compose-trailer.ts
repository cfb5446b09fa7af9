import type { SourceRules } from '../rules/source-rules';
import { endOfText } from './last-lines';
import {
  type BackLink,
  type Category,
  type Ending,
  isBodyGiven,
  keptUrl,
  linksIn,
  type Lost,
  lostIn,
  sameLinks,
} from './lost-in-trailer';
import { MAX_LINK_LINES, readTrailer } from './read-trailer';
import { fillTemplate } from '../rules/template';
import { type Trailer, writeTrailer } from './trailer';

/** A trailer's text, to be put behind the body as it is. */
export interface ComposedTrailer {
  readonly text: string;
  /**
   * Empty where reading gives everything back: `code` for one that is in no address, `url` for one
   * that may not be kept or that no form tells from the body's own, `backLinks` for those whose words
   * break the form, `body` for one whose own end reads as a trailer.
   */
  readonly lost: readonly Lost[];
}

/**
 * Writes the trailer of a post that never had one, by the rules under `trailers.compose`: a source
 * line, links back to its categories, and one to the front page. A post without a source gets the
 * links back alone, or an empty source line before them where the reader needs it to know them.
 * Reading body and text again gives the body without blank space at its end, the source, and the
 * links; what it does not give is named in `lost`.
 */
export function composeTrailer(ending: Ending, rules: SourceRules): ComposedTrailer {
  const { body, source, categories } = ending;
  const url = keptUrl(source, rules);
  const wanted = backLinksOf(categories, rules);
  const links = wanted.filter((link) => isReadBack(link, rules));
  const eol = /\r\n?|\n/.exec(body)?.[0] ?? '\n';
  const write = (line: string | null): string => {
    const blocks = [...(line === null ? [] : [line]), ...linkLines(links, eol, rules)];
    return blocks.length === 0 ? '' : lead(body, eol) + blocks.join(eol + eol) + rules.compose.end;
  };
  const line = (text: string) => fillTemplate(rules.compose.sourceLine, { url: text });
  // Without a source the links may stand alone, as long as they are known for what they are. A form
  // without marks has no line for nothing.
  const forms = url === null ? [write(null), write(line('') || '<>')] : [write(line(url))];
  return bestOf(forms, ending, wanted, rules);
}

/** The trailer that a post had in its file, which the import has kept. */
export interface RecordedTrailer {
  /** Its bytes; empty where the file had none. */
  readonly text: string;
  /** Whether somebody has given the post another code or URL since. */
  readonly isSourceEdited: boolean;
}

/**
 * Writes a recorded trailer again for a post as it is now: the recorded bytes where nobody has edited
 * its source (its header may name that, so only the body is asked for again), else the same form with the new URL. A trailer of links back alone gets a source line
 * before them; where nothing was recorded, one is composed.
 */
export function rewriteTrailer(
  recorded: RecordedTrailer,
  ending: Ending,
  rules: SourceRules
): ComposedTrailer {
  if (!recorded.isSourceEdited) {
    const isWhole = isBodyGiven(
      readTrailer(ending.body + recorded.text, rules),
      recorded.text,
      ending
    );
    return { text: recorded.text, lost: isWhole ? [] : ['body'] };
  }
  const url = keptUrl(ending.source, rules);
  if (recorded.text.trim() === '' && url !== null) return composeTrailer(ending, rules);
  const { trailer, body, url: before } = readTrailer(recorded.text, rules);
  const isKnown = trailer !== null && body === '';
  const text = !isKnown || before === url ? recorded.text : withUrl(trailer, url, rules);
  return { text, lost: lostIn(text, ending, linksIn(trailer), rules) };
}

/** The same parts with another URL in them, in a source line of their own if need be. */
function withUrl(trailer: Trailer, url: string | null, rules: SourceRules): string {
  const written = writeTrailer(trailer, { url: url ?? '' });
  if (url === null || trailer.parts.some(({ kind }) => kind === 'url')) return written;
  const blank = written.slice(0, written.length - written.trimStart().length);
  const line = fillTemplate(rules.compose.sourceLine, { url }) ?? '';
  const eol = blank.includes('\r\n') ? '\r\n' : '\n';
  return blank + line + (blank || eol + eol) + written.slice(blank.length);
}

function backLinksOf(categories: readonly Category[], rules: SourceRules): BackLink[] {
  const { category, home } = rules.compose;
  const links = categories.flatMap(({ name, address }): BackLink[] => {
    if (category === null) return [];
    const label = fillTemplate(category.label, { name });
    const href = fillTemplate(category.href, { address });
    return label === null || href === null ? [] : [{ label, href }];
  });
  return home === null ? links : [...links, home];
}

/** Whether a link's words leave its form whole: they may hold a bracket, a separator or a line break. */
function isReadBack(link: BackLink, rules: SourceRules): boolean {
  const line = linkText(link, rules);
  const read = readTrailer(`<>\n\n${line}`, rules);
  return read.body === '' && sameLinks(linksIn(read.trailer), [link]);
}

function linkText({ label, href }: BackLink, rules: SourceRules): string {
  return fillTemplate(rules.compose.backLink, { label, href }) ?? '';
}

/** The links as one block; more than a reader takes for a trailer's go on one line. */
function linkLines(links: readonly BackLink[], eol: string, rules: SourceRules): string[] {
  if (links.length === 0) return [];
  const { joint } = rules.compose;
  const [separator = eol] = rules.separators;
  const isTall = joint === '\n' && links.length > MAX_LINK_LINES;
  const between = isTall ? separator : joint === '\n' ? eol : joint;
  return [links.map((link) => linkText(link, rules)).join(between)];
}

/** What is missing to a blank line below the body. */
function lead(body: string, eol: string): string {
  if (body === '') return '';
  // Space after the last line break would be the beginning of the trailer's first line.
  const blank = body.endsWith('\n') ? body.slice(endOfText(body, body.length)) : '';
  return eol.repeat(Math.max(0, 3 - blank.split('\n').length));
}

/** The first text of which nothing is lost, or the one of which the least is. */
function bestOf(
  texts: readonly string[],
  ending: Ending,
  links: readonly BackLink[],
  rules: SourceRules
): ComposedTrailer {
  const written = texts.map((text) => ({ text, lost: lostIn(text, ending, links, rules) }));
  const [first = { text: '', lost: [] }, ...others] = written;
  return others.reduce(
    (best, other) => (other.lost.length < best.lost.length ? other : best),
    first
  );
}
