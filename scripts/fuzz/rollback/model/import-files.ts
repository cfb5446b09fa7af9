import { createDocument } from './create-document';
import { findMoved } from './find-moved';
import type { Model } from './model';
import { reviseDocument } from './revise-document';
import { settleOwner } from './settle-owner';

/** Imports the files as they are. */
export const importFiles = (model: Model, run: number, overwrites: boolean): void => {
  model.runs.add(run);
  const paths = [...model.files.keys()].sort((a, b) => (a < b ? -1 : 1));
  const moved = findMoved(model, paths);
  for (const path of paths) {
    const content = model.files.get(path);
    if (content === undefined) continue;
    const document = moved.get(path) ?? model.known().find((known) => known.path === path);
    if (document === undefined) createDocument(model, run, path, content);
    else reviseDocument(model, { run, document, path, content, overwrites });
  }
  settleOwner(model);
};
