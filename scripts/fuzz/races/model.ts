/** What editors and files write of a post, in one row. */
export interface Values {
  readonly title: string;
  readonly body: string;
}

/** A document as it is to be, by the rules alone. */
export interface PostDocument {
  readonly draft: Values;
  readonly published: Values | null;
  /** The body that the last import brought, by which the next one knows an editor's change. */
  readonly imported: string;
  /** Redirects that were added. */
  readonly redirects: readonly string[];
}

/** Null where there is no document. */
export type State = PostDocument | null;

/**
 * What an operation is told: it was done; there was nothing to do it to (404); the file and an
 * editor had both changed the body; or it was turned down for another reason.
 */
export type Outcome = 'done' | 'missing' | 'conflict' | 'refused';

interface Effect {
  readonly next: State;
  /** Any of these is a true answer. */
  readonly outcomes: readonly Outcome[];
}

/** What an operation does to a document. `mark` is its own: what it writes, nobody else does. */
export type Meaning = (state: State, mark: string) => Effect;

/** An operation that needs the document to be there. */
const onLiving =
  (change: (document: PostDocument, mark: string) => Effect): Meaning =>
  (state, mark) =>
    state === null ? { next: null, outcomes: ['missing'] } : change(state, mark);

const done = (next: State): Effect => ({ next, outcomes: ['done'] });

/** Saves some values into the draft. */
export const saves = (...names: readonly (keyof Values)[]): Meaning =>
  onLiving((document, mark) => {
    const written = Object.fromEntries(names.map((name) => [name, mark]));
    return done({ ...document, draft: { ...document.draft, ...written } });
  });

export const publishes: Meaning = onLiving((document) =>
  done({ ...document, published: document.draft })
);

/** Saves, then publishes, at once. */
export const savesAndPublishes = (...names: readonly (keyof Values)[]): Meaning => {
  const save = saves(...names);
  return (state, mark) => {
    const saved = save(state, mark);
    return saved.next === null ? saved : publishes(saved.next, mark);
  };
};

/** Taking from the public what is not shown there is no fault. */
export const unpublishes: Meaning = onLiving((document) => ({
  next: { ...document, published: null },
  outcomes: document.published === null ? ['missing', 'done'] : ['done'],
}));

export const discards: Meaning = onLiving((document) =>
  document.published === null
    ? { next: document, outcomes: ['missing'] }
    : done({ ...document, draft: document.published })
);

/** Deleting what is deleted is no fault. */
export const deletes: Meaning = (state) => ({
  next: null,
  outcomes: state === null ? ['missing', 'done'] : ['done'],
});

export const redirects: Meaning = onLiving((document, mark) =>
  done({ ...document, redirects: [...document.redirects, mark].sort() })
);

/**
 * Brings the file's new body. An editor's draft that has another body than the last import brought
 * keeps it; the published row gets the file's where it has what the draft had.
 */
export const imports: Meaning = onLiving((document, mark) => {
  const { draft, published, imported } = document;
  if (draft.body !== imported) return { next: document, outcomes: ['conflict'] };
  const follows = published !== null && published.body === draft.body;
  return done({
    ...document,
    draft: { ...draft, body: mark },
    published: follows ? { ...published, body: mark } : published,
    imported: mark,
  });
});
