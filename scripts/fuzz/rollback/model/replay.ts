import type { Document, Value } from './document';

export type Row = Record<string, Value>;

/** What a document's rows are. */
export interface Replayed {
  readonly draft: Row;
  readonly published: Row | null;
}

/** Everything that was done to a document, in order, without what runs did that do not count. */
export const replay = (document: Document, stands: (run: number) => boolean): Replayed => {
  let draft: Row = { ...document.created };
  let published: Row | null = { ...document.created };
  for (const act of document.acts) {
    switch (act.kind) {
      case 'run':
        if (!stands(act.run)) break;
        draft = { ...draft, ...act.writes };
        if (published === null) break;
        for (const name of act.shared)
          published = { ...published, [name]: act.writes[name] ?? null };
        break;
      case 'update':
        draft = { ...draft, [act.name]: act.value };
        break;
      case 'publish':
        published = { ...draft };
        break;
      case 'unpublish':
        published = null;
        break;
      case 'discard':
        if (published !== null) draft = { ...published };
        break;
    }
  }
  return { draft, published };
};
