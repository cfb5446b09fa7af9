import type { Core } from '@strapi/strapi';
import type { AnswerField } from 'strapi-plugin-kit/answers';

import type { Level } from '../plans/level';
import type { Answered, ReadDocuments } from '../plans/read-level';
import { sanitizersFor } from './sanitizers';

/** Documents that were read, and what was read of them beside. */
type Read = Pick<ReadDocuments, 'documents' | 'hidden'>;

/** Makes of documents what is answered. */
export interface Finisher {
  finish(read: Read): Promise<readonly Answered[]>;
  /** Whether that is the same whatever a request is, beside what it asks for. */
  readonly isPlain: boolean;
}

/** Adds the values of a field that a plugin has beside attributes. */
const addField = async (
  { name, valuesOf }: AnswerField,
  documents: readonly Answered[],
  { documents: read, hidden }: Read
): Promise<void> => {
  const whole = read.map((document, index) => ({ ...document, ...hidden[index] }));
  const values = await valuesOf(whole);
  for (const [index, document] of documents.entries()) document[name] = values[index] ?? null;
};

/**
 * Prepares what is done with the documents of a level: by the sanitizers of plugins, and with the fields that
 * they add.
 */
export const finishDocuments = (
  strapi: Core.Strapi,
  level: Level,
  fields: readonly AnswerField[]
): Finisher => {
  const sanitizers = sanitizersFor(strapi, level);
  const sanitize = async (document: Answered): Promise<Answered> => {
    let data: unknown = document;
    for (const apply of sanitizers.all) {
      data = apply(data);
      if (data instanceof Promise) data = await data;
    }
    return data as Answered;
  };
  return {
    isPlain: sanitizers.arePlain,
    async finish(read) {
      const documents: Answered[] = [];
      for (const document of read.documents) documents.push(await sanitize(document));
      for (const field of fields) await addField(field, documents, read);
      return documents;
    },
  };
};
