import type { SourceRules } from '../rules/source-rules';
import { codeOfUrl, recognise, urlOfCode } from './source-codes';
import { readSourceUrl, type ReadUrl, type UrlProblem } from './source-url';

/** A document's source as it is stored. */
export interface Source {
  readonly code: string | null;
  readonly url: string | null;
}

/** What somebody asks to be stored. A key that is left out is not asked for; an empty text means none. */
export interface AskedSource {
  readonly code?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Why a source cannot be stored as asked. */
export type SourceProblem =
  | { readonly about: 'url'; readonly url: string; readonly problem: UrlProblem }
  | { readonly about: 'code'; readonly code: string; readonly problem: CodeProblem }
  | {
      readonly about: 'both';
      readonly code: string;
      readonly url: string;
      readonly codeInUrl: string;
    };

type CodeProblem = 'too-long' | 'characters' | 'a-url';

export type Reconciled =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problem: SourceProblem };

/** What a `string` column takes on every database. */
const MAX_STORED_CODE_LENGTH = 255;

const NOTHING: Source = { code: null, url: null };

/**
 * Decides what is stored as a document's code and URL, by these rules in order:
 * 1. What equals the stored value counts as not asked for: forms send every field.
 * 2. A changed code or URL has to be one that can be kept.
 * 3. Of two changed values that hold different codes neither is believed.
 * 4. Of one changed value the other is made again; what was never made from it is kept when
 *    nothing can be made in its stead.
 * Asking twice gives the same again.
 */
export function reconcileSource(
  asked: AskedSource,
  stored: Source | null,
  rules: SourceRules
): Reconciled {
  const before = stored ?? NOTHING;
  const code = changedCode(asked.code, before.code);
  const changed = changedUrl(asked.url, before.url, rules);
  if (code === undefined && changed === undefined) return { ok: true, source: before };
  const problem = problemOf(code ?? null, changed ?? null, rules);
  if (problem !== null) return { ok: false, problem };
  const url = changed?.text ?? (changed === undefined ? undefined : null);
  // A value that was emptied says nothing against one that was given.
  if (code === undefined || (code === null && typeof url === 'string')) {
    return { ok: true, source: fromUrl(url ?? null, before, rules) };
  }
  if (url === undefined || (url === null && code !== null)) {
    return { ok: true, source: fromCode(code, url === null ? NOTHING : before, rules) };
  }
  return { ok: true, source: { code, url } };
}

function changedCode(
  asked: string | null | undefined,
  stored: string | null
): string | null | undefined {
  if (asked === undefined) return undefined;
  const code = asked === null ? null : asked.trim() || null;
  return code === stored ? undefined : code;
}

/** A URL as it was asked for: tidied where it can be read. */
interface AskedUrl {
  readonly text: string;
  readonly read: ReadUrl;
}

/** Undefined where nothing changes, null where the URL is to go. */
function changedUrl(
  asked: string | null | undefined,
  stored: string | null,
  rules: SourceRules
): AskedUrl | null | undefined {
  if (asked === undefined || asked === stored) return undefined;
  const given = asked === null ? '' : asked.trim();
  if (given === '') return stored === null ? undefined : null;
  const read = readSourceUrl(given, rules.isTracking);
  const text = read.ok ? read.text : given;
  return text === stored ? undefined : { text, read };
}

function problemOf(
  code: string | null,
  url: AskedUrl | null,
  rules: SourceRules
): SourceProblem | null {
  const codeProblem = code === null ? null : problemOfCode(code);
  if (code !== null && codeProblem !== null) return { about: 'code', code, problem: codeProblem };
  if (url === null) return null;
  const { text, read } = url;
  if (!read.ok) return { about: 'url', url: text, problem: read.problem };
  const codeInUrl = code === null ? null : (recognise(read.url, rules)?.code ?? null);
  if (code === null || codeInUrl === null || codeInUrl === code) return null;
  return { about: 'both', code, url: text, codeInUrl };
}

function problemOfCode(code: string): CodeProblem | null {
  if (/^https?:\/\//i.test(code)) return 'a-url';
  if (code.length > MAX_STORED_CODE_LENGTH) return 'too-long';
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>"]/u.test(code) ? 'characters' : null;
}

function fromUrl(url: string | null, before: Source, rules: SourceRules): Source {
  const codeInUrl = url === null ? null : codeOfUrl(url, rules);
  const code = codeInUrl ?? (isTied(before, rules) ? null : before.code);
  return { code, url: url ?? (code === null ? null : urlOfCode(code, rules)) };
}

function fromCode(code: string | null, before: Source, rules: SourceRules): Source {
  const codeBefore = before.url === null ? null : codeOfUrl(before.url, rules);
  if (code !== null && codeBefore === code) return { code, url: before.url };
  const url = code === null ? null : urlOfCode(code, rules);
  return { code, url: url ?? (codeBefore === null ? before.url : null) };
}

/** Whether a stored code is the one in the stored URL, so that it goes when the URL goes. */
function isTied({ code, url }: Source, rules: SourceRules): boolean {
  return code !== null && url !== null && codeOfUrl(url, rules) === code;
}
