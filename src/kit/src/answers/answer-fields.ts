import type { Core } from '@strapi/strapi';

type Document = Readonly<Record<string, unknown>>;

/** A field that a plugin adds to a type's documents in answers of REST. */
export interface AnswerField {
  readonly name: string;
  /** Attributes that it is made of, beside `id`. */
  readonly attributes: readonly string[];
  /** Attributes of related documents that it is made of, by relation. */
  readonly relations: Readonly<Record<string, readonly string[]>>;
  /** The values for some documents, which have these attributes and relations, in their order. */
  valuesOf(documents: readonly Document[]): Promise<readonly unknown[]>;
}

const FIELDS = Symbol.for('strapi-plugin-kit.answer-fields');

type WithFields = Core.Strapi & { [FIELDS]?: Map<string, AnswerField[]> };

/** Tells others who answer for a type of a field that its controller adds. */
export const addAnswerField = (strapi: Core.Strapi, uid: string, field: AnswerField): void => {
  const fields = ((strapi as WithFields)[FIELDS] ??= new Map<string, AnswerField[]>());
  fields.set(uid, [...(fields.get(uid) ?? []), field]);
};

/** The fields that controllers add to a type's documents. */
export const answerFieldsOf = (strapi: Core.Strapi, uid: string): readonly AnswerField[] =>
  (strapi as WithFields)[FIELDS]?.get(uid) ?? [];
