/**
 * The instants at which the last days have begun where the editor is, and the one at which today ends. A day is
 * shorter or longer where clocks are changed.
 *
 * @param count of days, today among them
 */
export const localDays = (now: Date, count: number): readonly Date[] =>
  Array.from(
    { length: count + 1 },
    (_, index) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - count + 1 + index)
  );

/** What asks the server for such days. */
export const boundsOf = (days: readonly Date[]): string =>
  `bounds=${encodeURIComponent(days.map((day) => day.toISOString()).join(','))}`;
