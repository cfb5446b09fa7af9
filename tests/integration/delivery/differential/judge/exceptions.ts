import type { Request } from '../questions/question';
import type { Answer } from '../site/ask';

/** Where our answer is meant to differ from Strapi's own. */
export interface Exception {
  /** What is meant, as a sentence. */
  readonly name: string;
  /** Whether a difference is this one. */
  covers(request: Request, ours: Answer, stock: Answer): boolean;
}

/** All that is meant to differ: nothing so far. */
export const EXCEPTIONS: readonly Exception[] = [];
