/** The parts that `Date._parse` finds in a text; years are complete, `zone` is as written. */
export interface TimeFragments {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  zone?: string;
  hasFraction?: boolean;
}

/** The parts found so far. */
export interface Found extends TimeFragments {
  beforeChrist?: boolean;
  /** False once a year was written in full. */
  completes: boolean;
}
