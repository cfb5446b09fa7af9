import { reconcileSource, type Source, type SourceProblem } from './reconcile-source';
import type { SourceRules } from '../rules/source-rules';
import { keyOfCode } from './source-codes';

/** A stored source as the rules have it now. */
export interface RebuiltSource extends Source {
  readonly key: string | null;
  /** Why code and URL were left as they stand; null where nothing is wrong with them. */
  readonly problem: SourceProblem | null;
}

/**
 * Makes again what follows from a stored source after its rules have changed: a code that is missing
 * from its URL, a URL that is missing from its code, and the key from the code, always. A code or a
 * URL that is there is never exchanged, also where both disagree: somebody may have meant it.
 * Rebuilding twice gives the same again.
 */
export function rebuildSource(stored: Source, rules: SourceRules): RebuiltSource {
  const result = reconcileSource(stored, null, rules);
  const made = result.ok ? result.source : stored;
  const code = stored.code ?? made.code;
  return {
    code,
    url: stored.url ?? made.url,
    key: code === null ? null : keyOfCode(code, rules),
    problem: result.ok ? null : result.problem,
  };
}
