/** The middle one of some figures; no single bad moment moves it. */
export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** A figure as it is printed. */
export const rounded = (figure: number, digits = 0): number => Number(figure.toFixed(digits));
