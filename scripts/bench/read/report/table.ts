/** A table for people: names to the left, figures to the right, each column as wide as it has to be. */
export const table = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [name: string, ...cells: readonly string[]])[]
): string => {
  const lines = [[title, ...columns], ...rows];
  const widths = [title, ...columns].map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0))
  );
  return lines
    .map((line) =>
      widths
        .map((width, column) => {
          const cell = line[column] ?? '';
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd()
    )
    .join('\n');
};

/** A figure in as many digits as say something; a dash for what was not measured. */
export const cell = (figure: number | null | undefined): string => {
  if (figure === null || figure === undefined) return '-';
  if (figure >= 100) return figure.toFixed(0);
  return figure.toFixed(figure >= 10 ? 1 : 2);
};
