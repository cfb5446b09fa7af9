/** What one step took. */
export interface Taken {
  readonly seconds: number;
  readonly peakRssMiB: number;
  /** What Strapi alone had. */
  readonly bootedRssMiB: number;
  /** What it came to, in its own words. */
  readonly came: unknown;
  /** The newest run. */
  readonly run: number;
}
