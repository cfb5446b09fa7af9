import { addressOf, type Content, permalinkOf, slugIn, textOf } from './content';
import type { Model } from './model';
import { needTerm } from './terms';

/** A file becomes a document. */
export const createDocument = (model: Model, run: number, path: string, content: Content): void => {
  const category = needTerm(model, run, content.category);
  const slug = slugIn(path, content);
  const permalink = permalinkOf(content);
  const { title, body, date } = content;
  model.documents.push({
    run,
    created: { title, body, slug, category, excerpt: null, date, permalink },
    imported: {
      title: { from: title, as: title },
      body: { from: body, as: body },
      date: { from: date, as: date },
      permalink: { from: permalink, as: permalink },
      slug: { from: slug, as: slug },
      category: { from: content.category, as: category },
    },
    acts: [],
    firstAddress: addressOf(path, content),
    id: '',
    isRemoved: false,
    isDeleted: false,
    removedAt: 0,
    stamps: { draft: 'run', published: 'run' },
    isEdited: false,
    path,
    said: textOf(content),
    address: addressOf(path, content),
  });
};
