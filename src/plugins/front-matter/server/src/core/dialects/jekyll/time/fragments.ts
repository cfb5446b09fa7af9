/** What `Date._parse` finds in a text; years are complete, `zone` is as written. */
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

/** The same while it is looked for. */
export interface Found extends TimeFragments {
  beforeChrist?: boolean;
  /** False once a year was written in full. */
  completes: boolean;
}
