/** A Ruby Symbol, as YAML spells it with a leading colon. */
export class RubySymbol {
  constructor(readonly name: string) {}
}

/** A Ruby Date: a day without time or zone. */
export class RubyDate {
  /** `YYYY-MM-DD`. */
  constructor(readonly text: string) {}
}

/** A Ruby Time. */
export class RubyTime {
  /**
   * @param seconds whole seconds since the epoch
   * @param zone what the text said: an offset in seconds, `utc` for a `Z`, `none` for no zone at
   *   all, which YAML takes for UTC and Ruby then shows in the local zone
   */
  constructor(
    readonly seconds: number,
    readonly zone: number | 'utc' | 'none'
  ) {}
}

export type RubyHash = Map<RubyValue, RubyValue>;

/** What Psych makes of a YAML node. A Ruby Integer is a bigint, a Float is a number. */
export type RubyValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | RubySymbol
  | RubyDate
  | RubyTime
  | RubyValue[]
  | RubyHash;
