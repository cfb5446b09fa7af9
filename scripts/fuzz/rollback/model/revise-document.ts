import { addressOf, type Content, permalinkOf, slugIn, textOf } from './content';
import type { Document, Imported, Value } from './document';
import { ATTRIBUTES, type Model } from './model';
import { needTerm } from './terms';

/** A file that was read again, and the document that it has become. */
export interface Revision {
  readonly run: number;
  readonly document: Document;
  readonly path: string;
  readonly content: Content;
  /** Whether the file's values count where an editor has changed them. */
  readonly overwrites: boolean;
}

type Said = Readonly<Record<string, string>>;

/** A document takes what its file says by now. */
export const reviseDocument = (model: Model, revision: Revision): void => {
  const { run, document, path, content } = revision;
  const address = addressOf(path, content);
  const isElsewhere = address !== document.address;
  Object.assign(document, { path, said: textOf(content), address });
  if (document.isDeleted) return;
  const said = {
    ...content,
    permalink: permalinkOf(content),
    slug: slugIn(path, content),
  };
  const { draft, published } = model.rows(document);
  const { taken, imported } = choose(model, revision, said);
  const writes = write(model, revision, said, taken);
  for (const name of taken) imported[name] = { from: textIn(said, name), as: writes[name] ?? null };
  const shared = new Set(
    taken.filter(
      (name) => published !== null && model.seen(published[name]) === model.seen(draft[name])
    )
  );
  if (taken.length > 0 || Object.keys(imported).length > 0 || isElsewhere) {
    document.acts.push({ kind: 'run', run, writes, shared, imported, address });
  }
};

const textIn = (said: Said, name: string): string => said[name] ?? '';

/** The attributes that are taken from the file, and what is recorded of those that are as it says. */
const choose = (
  model: Model,
  { document, overwrites }: Revision,
  said: Said
): { readonly taken: readonly string[]; readonly imported: Record<string, Imported> } => {
  const before = model.imported(document);
  const { draft } = model.rows(document);
  const taken: string[] = [];
  const imported: Record<string, Imported> = {};
  for (const name of ATTRIBUTES) {
    const base = before[name] ?? { from: '', as: null };
    const site = model.seen(draft[name]);
    const from = textIn(said, name);
    if (from === base.from) continue;
    const wanted = name === 'category' ? model.byValue.get(from) : from;
    const isAlike =
      wanted !== undefined &&
      (typeof wanted === 'string' || wanted.state === 'there') &&
      wanted === site;
    if (isAlike) imported[name] = { from, as: site };
    else if (site === model.succeeded(base.as) || overwrites) taken.push(name);
  }
  return { taken, imported };
};

/** The values that are written, and whose work the document is by then. */
const write = (
  model: Model,
  { run, document, content }: Revision,
  said: Said,
  taken: readonly string[]
): Record<string, Value> => {
  if (taken.length === 0) return {};
  const wasEdited = model.isEditedNow(document);
  const category = needTerm(model, run, content.category);
  document.isEdited = wasEdited;
  if (!wasEdited) document.stamps = { draft: 'run', published: 'run' };
  return Object.fromEntries(
    taken.map((name) => [name, name === 'category' ? category : textIn(said, name)])
  );
};
