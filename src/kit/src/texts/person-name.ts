/** As much of a user of the panel as a name is made of. */
export interface Person {
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
}

/** As the panel names somebody, without the address that they log in with. */
export const personName = ({ firstname, lastname, username }: Person): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || '…';
