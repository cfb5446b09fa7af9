import type { Document } from './document';

/** An editor writes an attribute of the draft. */
export const update = (document: Document, name: string, value: string): void => {
  document.acts.push({ kind: 'update', name, value });
  document.stamps.draft = 'editor';
};

/** An editor publishes the draft. */
export const publish = (document: Document): void => {
  document.acts.push({ kind: 'publish' });
  document.stamps.published = document.stamps.draft;
};

/** An editor takes a document from the public. */
export const unpublish = (document: Document): void => {
  document.acts.push({ kind: 'unpublish' });
};

/** An editor gives the draft what the public row has. */
export const discard = (document: Document): void => {
  document.acts.push({ kind: 'discard' });
  document.stamps.draft = document.stamps.published;
};
