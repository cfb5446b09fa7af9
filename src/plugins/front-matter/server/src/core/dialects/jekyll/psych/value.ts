/** A Ruby Date: a day without time or zone. */
export class RubyDate {
  /** `YYYY-MM-DD`. */
  constructor(readonly text: string) {}
}

/** A Ruby Time. */
export class RubyTime {
  /**
   * @param seconds whole seconds since the epoch
   * @param zone the zone that the text names: an offset in seconds, or `none`, which YAML reads as UTC
   */
  constructor(
    readonly seconds: number,
    readonly zone: number | 'none'
  ) {}
}

export type RubyHash = Map<RubyValue, RubyValue>;

/** A YAML node as a value of Ruby. An Integer is a bigint, a Float is a number. */
export type RubyValue =
  null | boolean | string | bigint | number | RubyDate | RubyTime | RubyValue[] | RubyHash;
