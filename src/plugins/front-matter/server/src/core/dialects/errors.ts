/** A configuration that cannot be used. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    /** As messages call it. */
    readonly file: string,
    /** Null where the file as a whole is meant. */
    readonly line: number | null,
    /** What is wrong and what to do next, without a full stop. */
    reason: string
  ) {
    super(reason);
  }
}

/** The zone that was given is not a time zone. */
export class ZoneError extends Error {
  override readonly name = 'ZoneError';
  constructor(readonly zone: string) {
    super(`"${zone}" is no time zone. Give a name like Asia/Shanghai.`);
  }
}
