/** A Ruby Date: a day without time or zone. */
export class RubyDate {
  /** `YYYY-MM-DD`. */
  constructor(readonly text: string) {}
}

/** A Ruby Time. */
export class RubyTime {
  /**
   * @param seconds whole seconds since the epoch
   * @param zone what the text said: an offset in seconds, or `none` for no zone at all, which YAML
   *   takes for UTC
   */
  constructor(
    readonly seconds: number,
    readonly zone: number | 'none'
  ) {}
}

export type RubyHash = Map<RubyValue, RubyValue>;

/** What Ruby makes of a YAML node. A Ruby Integer is a bigint, a Float is a number. */
export type RubyValue =
  null | boolean | string | bigint | number | RubyDate | RubyTime | RubyValue[] | RubyHash;
