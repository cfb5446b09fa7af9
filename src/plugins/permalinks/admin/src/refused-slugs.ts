/** The forms whose slug cannot be saved as it stands, as is known before anybody saves. */
const refused = new Set<string>();

const listeners = new Set<() => void>();

/** Names the form of a document among those that are open; without an id, that of a new one. */
const keyOf = (contentType: string, documentId: string | null | undefined): string =>
  `${contentType} ${documentId ?? ''}`;

/** Remembers that the slug of a form cannot be saved as it stands, until the answer is called. */
export const refuseSlug = (contentType: string, documentId: string | null): (() => void) => {
  const key = keyOf(contentType, documentId);
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  refused.add(key);
  tell();
  return () => {
    refused.delete(key);
    tell();
  };
};

export const isSlugRefused = (
  contentType: string,
  documentId: string | null | undefined
): boolean => refused.has(keyOf(contentType, documentId));

/** Calls back whenever that has changed for a form, until the answer is called. */
export const onRefusedSlug = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
