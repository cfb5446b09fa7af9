/** Whoever has set the time of a document: what the schedule tells of them is what it is to be given again. */
export interface TimeSetter {
  readonly id: number;
  readonly name: string;
  /** The person is found by these on a site that was moved; absent in what the release before has kept. */
  readonly key?: string;
  readonly email?: string;
}
