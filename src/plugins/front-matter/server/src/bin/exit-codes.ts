/** What a command's exit code says; scripts build on them. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  /** Finished, but some files are quarantined or in conflict. */
  incomplete: 3,
} as const;
