interface User {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
}

/** Whoever asks, from a request's `state.user`. */
export interface Asker {
  readonly id: number;
  /** As the panel names somebody, without the address that they log in with. */
  readonly name: string;
}

export const askerOf = (user: unknown): Asker => {
  const { id, firstname, lastname, username } = user as User;
  return { id, name: [firstname, lastname].filter(Boolean).join(' ') || username || '…' };
};
