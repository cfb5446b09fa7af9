import { type Person, personName } from 'strapi-plugin-kit/texts';

interface User extends Person {
  readonly id: number;
}

/** Whoever asks, from a request's `state.user`. */
export interface Asker {
  readonly id: number;
  readonly name: string;
}

export const askerOf = (user: unknown): Asker => {
  const person = user as User;
  return { id: person.id, name: personName(person) };
};
