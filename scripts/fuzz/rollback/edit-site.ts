import type { Core } from '@strapi/strapi';
import { CATEGORY, POST } from './content-types';
import type { Term } from './model/document';
import { discard, publish, unpublish, update } from './model/edit';
import type { Model } from './model/model';
import type { Step } from './steps';

/** Does an editor's step to a document, on the site and in the model. */
export const editDocument = async (
  strapi: Core.Strapi,
  model: Model,
  step: Extract<Step, { document: number }>
): Promise<void> => {
  const living = model.living();
  const document = living[step.document % Math.max(living.length, 1)];
  if (document === undefined) return;
  const documents = strapi.documents(POST);
  const { id: documentId } = document;
  const isPublic = model.rows(document).published !== null;
  switch (step.kind) {
    case 'update':
      await documents.update({ documentId, data: { [step.name]: step.text } });
      return update(document, step.name, step.text);
    case 'publish':
      await documents.publish({ documentId });
      return publish(document);
    case 'unpublish':
      if (!isPublic) return;
      await documents.unpublish({ documentId });
      return unpublish(document);
    case 'discard':
      if (!isPublic) return;
      await documents.discardDraft({ documentId });
      return discard(document);
    case 'delete':
      await documents.delete({ documentId });
      document.isDeleted = true;
      // Until the next run nobody has what it had.
      if (model.owner === document) model.owner = null;
  }
};

/** Which of two documents an editor then means is nobody's to say: these are left alone. */
const isSuccessor = (term: Term, other: Term): boolean =>
  other.value === term.value && other.state === 'removed';

/** Does an editor's step to a category, on the site and in the model. */
export const editTerm = async (
  strapi: Core.Strapi,
  model: Model,
  { kind, term: number }: Extract<Step, { term: number }>
): Promise<void> => {
  const living = model.terms.filter(({ state }) => state === 'there');
  const term = living[number % Math.max(living.length, 1)];
  if (term === undefined) return;
  const documents = strapi.documents(CATEGORY);
  const { id: documentId } = term;
  if (kind === 'rename-term') {
    const data: object = { name: `编者的 ${term.value}` };
    await documents.update({ documentId, data });
    term.isEdited = true;
  } else if (!model.terms.some((other) => isSuccessor(term, other))) {
    await documents.delete({ documentId });
    term.state = 'deleted';
  }
};
