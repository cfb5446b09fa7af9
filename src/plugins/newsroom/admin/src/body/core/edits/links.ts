import type { BodyLanguage } from '../../../../../core/body-language';
import { type Edit, lineEnd, lineStart, type Span } from './edit';
import { readAddress, writtenAddress, writtenLink, writtenText } from './written';

/** A link as it stands in a text. */
export interface FoundLink {
  readonly from: number;
  readonly to: number;
  /** Where its address stands. */
  readonly address: Span;
  /** Where it leads: its address without what HTML and Markdown make of it. */
  readonly leadsTo: string;
  /** Where that stands which is read. */
  readonly label: Span;
}

const SIGNED = /(?<!!)\[([^\]\n]*)\]\(([^()\s]*)[^()\n]*\)/gu;
const TAGGED =
  /<a\s(?:[^<>]*\s)?href=(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>((?:(?!<\/a)[^\n])*)<\/a\s*>/giu;

/** The link that a selection is in; null where it is in none. */
export const linkAround = (
  text: string,
  language: BodyLanguage,
  { from, to }: Span
): FoundLink | null => {
  const start = Math.max(lineStart(text, from), from - 5000);
  const source = text.slice(start, Math.min(lineEnd(text, to), to + 5000));
  const isAround = (one: FoundLink): boolean => one.from <= from && to <= one.to;
  const at = (match: RegExpExecArray, address: string, label: string): FoundLink => {
    const begin = start + match.index;
    const end = begin + match[0].length;
    const isTag = match[0].startsWith('<');
    const labelAt = isTag ? match[0].lastIndexOf(`>${label}</`) + 1 : 1;
    const addressAt = isTag ? match[0].search(/href=/iu) + 6 : label.length + 3;
    return {
      from: begin,
      to: end,
      address: { from: begin + addressAt, to: begin + addressAt + address.length },
      leadsTo: readAddress(address),
      label: { from: begin + labelAt, to: begin + labelAt + label.length },
    };
  };
  const tagged = [...source.matchAll(TAGGED)].map((match) =>
    at(match, match[1] ?? match[2] ?? '', match[3] ?? '')
  );
  const signed =
    language === 'html'
      ? []
      : [...source.matchAll(SIGNED)].map((match) => at(match, match[2] ?? '', match[1] ?? ''));
  return [...tagged, ...signed].find(isAround) ?? null;
};

/** Addresses that would run something. */
const RUNS = /^[\s\p{Cc}]*(?:javascript|vbscript|data)\s*:/iu;

/** Whether a link may lead there. */
export const isLinkAddress = (address: string): boolean =>
  address.trim() !== '' && !RUNS.test(address);

/** Makes a link of what is selected, or leads the one around it somewhere else. */
export const setLink = (
  text: string,
  language: BodyLanguage,
  selection: Span,
  { address, label }: { readonly address: string; readonly label: string }
): Edit => {
  const found = linkAround(text, language, selection);
  if (found?.leadsTo === address) return { changes: [], selection };
  if (found !== null) {
    const isTag = text[found.from] === '<';
    const insert = writtenAddress(isTag ? 'html' : 'markdown', address);
    const shift = insert.length - (found.address.to - found.address.from);
    return {
      changes: [{ ...found.address, insert }],
      selection: { from: found.to + shift, to: found.to + shift },
    };
  }
  const own = text.slice(selection.from, selection.to);
  // What is selected is source already.
  const shown = own !== '' ? own : writtenText(language, label.trim() === '' ? address : label);
  const insert = writtenLink(language, { address, label: shown });
  const end = selection.from + insert.length;
  return { changes: [{ ...selection, insert }], selection: { from: end, to: end } };
};

/** Leaves of a link what is read. */
export const removeLink = (found: FoundLink, selection: Span): Edit => {
  const end = found.label.to - (found.label.from - found.from);
  const kept = Math.min(Math.max(selection.to - (found.label.from - found.from), found.from), end);
  return {
    changes: [
      { from: found.from, to: found.label.from, insert: '' },
      { from: found.label.to, to: found.to, insert: '' },
    ],
    selection: { from: kept, to: kept },
  };
};
