import { BoxError } from './box-error';

/**
 * Passes on what is read of a box. An error of a library that reads it says that the box is broken; one
 * of the operating system says nothing about the box, and stays what it is.
 *
 * @param place where in the box that is: "The zip", "The tar after "a.md""
 * @throws BoxError `BOX_BROKEN`
 */
export async function* refuseBroken<Item>(
  source: AsyncIterable<Item>,
  place: () => string
): AsyncGenerator<Item> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof BoxError || isSystemError(error)) throw error;
    throw brokenError(place(), error);
  }
}

/** @param cause what the library said */
export const brokenError = (place: string, cause: unknown): BoxError => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BoxError(
    'BOX_BROKEN',
    `${place} is damaged or breaks off (${reason}). Pack the archive again, and upload it again.`,
    { cause }
  );
};

const isSystemError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error;
