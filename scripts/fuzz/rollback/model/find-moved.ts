import { baseName, type Content, folderOf, slugOf, textOf } from './content';
import type { Document } from './document';
import type { Model } from './model';

/** Files that are new where they are, and the documents of the same files where they are no more. */
export const findMoved = (
  model: Model,
  paths: readonly string[]
): ReadonlyMap<string, Document> => {
  const fresh = paths.filter((path) => !model.known().some((known) => known.path === path));
  const gone = model
    .known()
    .filter(({ path }) => !model.files.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const moved = new Map<string, Document>();
  const take = (isSame: (path: string, document: Document) => boolean): void => {
    for (const path of fresh) {
      if (moved.has(path)) continue;
      const document = gone.find(
        (known) => ![...moved.values()].includes(known) && isSame(path, known)
      );
      if (document !== undefined) moved.set(path, document);
    }
  };
  take((path, document) => baseName(path) === baseName(document.path));
  const named = fresh.filter((path) => !moved.has(path));
  const nameless = gone.filter((document) => ![...moved.values()].includes(document));
  take((path, document) => {
    const content = model.files.get(path);
    return content !== undefined && textOf(content) === document.said;
  });
  for (const [path, document] of findRenamed(model, named, nameless)) moved.set(path, document);
  return moved;
};

/** Of files that moved under no name those whose bytes changed, and whose text is one document's alone. */
const findRenamed = (
  model: Model,
  fresh: readonly string[],
  gone: readonly Document[]
): Map<string, Document> => {
  const bytes = new Set(gone.map(({ said }) => said));
  const there = new Set(fresh.map((path) => textOf(contentAt(model, path))));
  const pairs = fresh
    .filter((path) => !bytes.has(textOf(contentAt(model, path))))
    .flatMap((path) =>
      gone
        .filter(({ said }) => !there.has(said))
        .filter((document) => isLike(model, path, document))
        .map((document) => [path, document] as const)
    );
  const isOnly = ([path, document]: readonly [string, Document]): boolean =>
    pairs.filter((pair) => pair[0] === path || pair[1] === document).length === 1;
  return new Map(pairs.filter(isOnly));
};

/** Whether a file has the text of a document's, or else that of the document and its name or title. */
const isLike = (model: Model, path: string, document: Document): boolean => {
  const { title, body } = contentAt(model, path);
  const imported = model.imported(document);
  // What an editor has deleted stays so while the text itself stays.
  if (imported['body']?.from === body || document.isDeleted) return imported['body']?.from === body;
  const isNamed =
    slugOf(path) === slugOf(document.path) || folderOf(path) === folderOf(document.path);
  const isTied = isNamed || imported['title']?.from === title;
  return isTied && model.seen(model.rows(document).draft['body']) === body;
};

const contentAt = (model: Model, path: string): Content => model.files.get(path) as Content;
