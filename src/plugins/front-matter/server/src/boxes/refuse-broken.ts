import { BoxError, shownName } from './box-error';
import type { RefusalKey } from './refusals';

/** What is broken, and the name of the entry that it is, or begins at. */
export type BrokenPlace = readonly [key: Extract<RefusalKey, `broken-${string}`>, name?: string];

/**
 * Passes on what is read of a box. An error of a library that reads it says that the box is broken; one
 * of the operating system says nothing about the box, and stays what it is.
 *
 * @throws BoxError `BOX_BROKEN`
 */
export async function* refuseBroken<Item>(
  source: AsyncIterable<Item>,
  place: () => BrokenPlace
): AsyncGenerator<Item> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof BoxError || isSystemError(error)) throw error;
    throw brokenError(place(), error);
  }
}

/** @param cause what the library said */
export const brokenError = ([key, name = '']: BrokenPlace, cause: unknown): BoxError => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BoxError(key, { name: shownName(name), reason }, { cause });
};

const isSystemError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error;
