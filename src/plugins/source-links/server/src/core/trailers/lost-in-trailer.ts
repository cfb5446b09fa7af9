import type { SourceRules } from '../rules/source-rules';
import { endOfText } from './last-lines';
import { type ReadContent, readTrailer } from './read-trailer';
import type { Source } from '../sources/reconcile-source';
import { urlOfCode } from '../sources/source-codes';
import { readSourceUrl } from '../sources/source-url';
import type { Trailer } from './trailer';

/** A category that a post links back to: its name, and its address as the site has it. */
export interface Category {
  readonly name: string;
  readonly address: string;
}

/** What the end of a post's file is to say. */
export interface Ending {
  readonly body: string;
  readonly source: Source;
  /** In order; none is needed to write a known trailer again. */
  readonly categories: readonly Category[];
}

/** What a reader of the text would not get back out of it. */
export type Lost = 'body' | 'code' | 'url' | 'backLinks';

export interface BackLink {
  readonly label: string;
  readonly href: string;
}

/** What reading a body and a text behind it does not give of what they are to say. */
export function lostIn(
  text: string,
  ending: Ending,
  links: readonly BackLink[],
  rules: SourceRules
): Lost[] {
  const read = readTrailer(ending.body + text, rules);
  const { source } = ending;
  return [
    ...(isBodyGiven(read, text, ending) ? [] : (['body'] as const)),
    ...(isCodeLost(read, source) ? (['code'] as const) : []),
    ...(isUrlLost(read, source, rules) ? (['url'] as const) : []),
    ...(sameLinks(linksIn(read.trailer), links) ? [] : (['backLinks'] as const)),
  ];
}

/** Whether the body comes back; blank space at its end is the trailer's, where there is one. */
export function isBodyGiven(read: ReadContent, text: string, { body }: Ending): boolean {
  return read.body === (text === '' ? body : body.slice(0, endOfText(body, body.length)));
}

function isCodeLost(read: ReadContent, { code }: Source): boolean {
  return code !== null && read.code !== code;
}

function isUrlLost(read: ReadContent, source: Source, rules: SourceRules): boolean {
  const kept = keptUrl(source, rules);
  return read.url !== kept || (kept === null && source.url !== null && source.url !== '');
}

/** The links back of a trailer, in order; a form may name the label first or the address. */
export function linksIn(trailer: Trailer | null): BackLink[] {
  const links: BackLink[] = [];
  let half: Partial<BackLink> = {};
  for (const { kind, text } of trailer?.parts ?? []) {
    if (kind !== 'label' && kind !== 'href') continue;
    half = { ...half, [kind]: text };
    if (half.label === undefined || half.href === undefined) continue;
    links.push({ label: half.label, href: half.href });
    half = {};
  }
  return links;
}

export function sameLinks(some: readonly BackLink[], others: readonly BackLink[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      ({ label, href }, index) => label === others[index]?.label && href === others[index]?.href
    )
  );
}

/** The URL to write: the stored one, or the one that the code makes; null where neither may be kept. */
export function keptUrl({ code, url }: Source, rules: SourceRules): string | null {
  const meant = url || (code === null ? null : urlOfCode(code, rules));
  if (meant === null) return null;
  const read = readSourceUrl(meant, rules.isTracking);
  return read.ok ? read.text : null;
}
