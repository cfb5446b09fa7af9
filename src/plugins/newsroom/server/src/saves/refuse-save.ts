import { type Reading, readingOf } from '../core/reading';
import type { Permissions } from '../permissions/permissions';
import { messages } from '../messages';
import type { ReadDocument } from '../reading/read-document';

/** The reading of what an editor may see; null where no header has room for it. */
export const visibleReading = (
  { attributes }: ReadDocument,
  seen: Readonly<Record<string, unknown>>
): Reading | null =>
  readingOf(
    Object.fromEntries(
      [...attributes].flatMap(([name, { hash }]) => (name in seen ? [[name, hash]] : []))
    )
  );

/**
 * The answer that both have changed some attributes, with what these are now. It is named a validation error: so
 * the form keeps what was typed, and marks its fields.
 */
export const refusalOf = async (
  permissions: Permissions,
  read: ReadDocument,
  conflicts: readonly string[],
  language: string
): Promise<object> => {
  const seen = permissions.cannot.read(read.document)
    ? {}
    : await permissions.sanitizeOutput(read.document);
  const message = messages.in(language, 'save.conflict');
  return {
    data: null,
    error: {
      status: 409,
      name: 'ValidationError',
      message: messages.in(language, 'save.conflicts', { attributes: conflicts.join(', ') }),
      details: {
        errors: conflicts.map((name) => ({ path: [name], message, name: 'ValidationError' })),
        conflicts: conflicts.map((attribute) => ({
          attribute,
          ...(attribute in seen && { now: read.related.get(attribute) ?? seen[attribute] ?? null }),
        })),
        reading: visibleReading(read, seen),
      },
    },
  };
};
