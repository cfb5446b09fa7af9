import { type Person, personName } from 'strapi-plugin-kit/texts';

interface User extends Person {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
}

/** Whoever asks, from a request's `state.user`. */
export interface Asker {
  readonly id: number;
  readonly name: string;
  /** The document id, which nobody else has on any site. */
  readonly key: string;
  /** By which the same person is found on another site. */
  readonly email: string;
}

export const askerOf = (user: unknown): Asker => {
  const person = user as User;
  const { id, documentId, email } = person;
  return { id, name: personName(person), key: documentId, email };
};
