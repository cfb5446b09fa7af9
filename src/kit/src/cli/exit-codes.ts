/** What a command's exit code says; scripts build on them. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  /** Finished, but something is to be looked at: each command says what. */
  incomplete: 3,
} as const;
