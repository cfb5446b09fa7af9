import { partsOf, readBackLinks } from './back-links';
import type { SourceRules } from '../rules/source-rules';
import { beginsParagraph, endOfText, lastLines, type Line } from './last-lines';
import { keyOfCode, recognise } from '../sources/source-codes';
import { sourceNameOf } from '../sources/source-name';
import { readSourceUrl } from '../sources/source-url';
import { matchTemplate } from '../rules/template';
import type { Trailer, TrailerPart } from './trailer';

/** A post's content, taken apart. `body` and the trailer's text give the content byte for byte. */
export interface ReadContent {
  /** The content without its trailer and the blank lines before that; all of it where there is none. */
  readonly body: string;
  readonly trailer: Trailer | null;
  /** The source's URL as it stood, tidied; null where the content names none. */
  readonly url: string | null;
  /** The code in the URL, where it is of a known shape. */
  readonly code: string | null;
  /** What the code shares with those of the story's other copies. */
  readonly key: string | null;
  /** Who the body says it is from. */
  readonly name: string | null;
}

/** No generator writes more links back; a list of links is a body's own. */
export const MAX_LINK_LINES = 4;

interface Source {
  readonly line: Line;
  readonly parts: readonly TrailerPart[];
  readonly url: string | null;
  readonly code: string | null;
  /** Whether it alone says that it is a trailer's, with no links back after it. */
  readonly isTelling: boolean;
}

interface LinkLine {
  readonly line: Line;
  readonly parts: readonly TrailerPart[];
}

/**
 * Takes a content's trailer off its end. A trailer is a source line (`<URL>`, or `<>` where the
 * generator had none), links back, or both, with nothing after them.
 *
 * With links back any http or https URL is a source. A URL with nothing after it is one when it is a
 * provider's; any other may be a writer's own reference, and stays, unless the rules take such lone
 * links for sources. Links back alone have to be two at least, for the same reason.
 *
 * Only the last lines are looked at, so that a body of any size and kind costs no more than its end.
 */
export function readTrailer(content: string, rules: SourceRules): ReadContent {
  const { source, links } = readEnd(content, rules);
  const isTrailer = source === null ? countLinks(links) >= 2 : links.length > 0 || source.isTelling;
  if (!isTrailer) return contentOf(content, null, null, rules);
  const trailer = joinParts(content, [...(source === null ? [] : [source]), ...links]);
  return contentOf(content, trailer, source, rules);
}

function contentOf(
  content: string,
  found: Found | null,
  source: Source | null,
  rules: SourceRules
): ReadContent {
  const body = found === null ? content : content.slice(0, found.start);
  const code = source?.code ?? null;
  return {
    body,
    trailer: found?.trailer ?? null,
    url: source?.url ?? null,
    code,
    key: code === null ? null : keyOfCode(code, rules),
    name: sourceNameOf(body, rules),
  };
}

function readEnd(
  content: string,
  rules: SourceRules
): { source: Source | null; links: LinkLine[] } {
  const links: LinkLine[] = [];
  for (const line of lastLines(content)) {
    const text = content.slice(line.start, line.end);
    const parts = readBackLinks(text, rules);
    if (parts === null) return { source: readSourceLine(content, line, rules), links };
    if (links.length === MAX_LINK_LINES) return { source: null, links: [] };
    links.unshift({ line, parts });
  }
  return { source: null, links };
}

function readSourceLine(content: string, line: Line, rules: SourceRules): Source | null {
  const text = content.slice(line.start, line.end);
  for (const template of rules.sourceLines) {
    const values = matchTemplate(template, text);
    const raw = values?.get('url');
    if (values === null || raw === undefined) continue;
    const isApart = beginsParagraph(content, line.start);
    // Words of a sentence may come to stand on a line of their own; marks around a URL are meant.
    if (raw === text && !isApart) continue;
    const parts = partsOf(template, values);
    if (raw === '') return { line, parts, url: null, code: null, isTelling: isApart };
    const read = readSourceUrl(raw, rules.isTracking);
    if (!read.ok) continue;
    const known = recognise(read.url, rules);
    const code = known?.code ?? null;
    // Without marks, what follows an address in a sentence would pass for its end.
    const isKnown = raw === text ? code !== null : known !== null && !known.provider.isGeneric;
    const isTelling = isKnown || (isApart && rules.loneLinks === 'any');
    return { line, parts, url: read.text, code, isTelling };
  }
  return null;
}

function countLinks(links: readonly LinkLine[]): number {
  return links.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'href').length;
}

interface Found {
  /** Where the body ends. */
  readonly start: number;
  readonly trailer: Trailer;
}

/** The lines' parts with all that stands before, between and after them. */
function joinParts(content: string, lines: readonly LinkLine[]): Found {
  const start = endOfText(content, lines[0]?.line.start ?? content.length);
  const parts: TrailerPart[] = [];
  let from = start;
  for (const { line, parts: own } of lines) {
    parts.push({ kind: 'text', text: content.slice(from, line.start) }, ...own);
    from = line.end;
  }
  parts.push({ kind: 'text', text: content.slice(from) });
  return { start, trailer: { parts: merge(parts) } };
}

function merge(parts: readonly TrailerPart[]): TrailerPart[] {
  const merged: TrailerPart[] = [];
  for (const part of parts) {
    const last = merged[merged.length - 1];
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + part.text };
    } else {
      merged.push(part);
    }
  }
  return merged;
}
