import type { BoxRefusal } from '../box-error';
import type { BoxLimits } from '../limits';
import type { Unpacked } from '../unpack-box';

/** What the thread that unpacks is started with. The only message it gets is that it is to stop. */
export interface ThreadSetup {
  readonly box: string;
  readonly into: string;
  readonly limits: BoxLimits;
}

/** How it went: `failed` is an error that says nothing about the box. */
export type Outcome =
  | { readonly kind: 'done'; readonly unpacked: Unpacked }
  | ({ readonly kind: 'refused' } & BoxRefusal)
  | { readonly kind: 'failed'; readonly error: unknown };

/** What the thread says: first its progress, and in the end how it went. */
export type ThreadMessage = { readonly kind: 'progress'; readonly files: number } | Outcome;
