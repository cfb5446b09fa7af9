/** A configuration that cannot be used. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    /** As messages call it. */
    readonly file: string,
    /** Null where the file as a whole is meant. */
    readonly line: number | null,
    /** What, and what to do next; without a full stop. */
    reason: string
  ) {
    super(reason);
  }
}

/** An option that the dialect cannot follow. The message says what, and what to do next. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}
