/** The middle one of some figures; no single bad moment moves it. */
export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** A figure as it is printed. */
export const rounded = (figure: number, digits = 0): number => Number(figure.toFixed(digits));

/**
 * The figure below which a share of all figures are, itself included.
 *
 * @param sorted from the smallest up
 * @param share 0.99 for the 99th percentile
 */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

/** How many times another figure a figure is; null where one of them was not measured. */
export const ratio = (
  figure: number | null | undefined,
  to: number | null | undefined
): number | null => {
  if (figure === null || figure === undefined || to === null || to === undefined) return null;
  const quotient = figure / to;
  return Number.isFinite(quotient) ? Number(quotient.toPrecision(3)) : null;
};
