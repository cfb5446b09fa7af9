/** A size in the unit that suits it. */
export interface FileSize {
  readonly value: number;
  readonly unit: 'byte' | 'kilobyte' | 'megabyte' | 'gigabyte';
}

const UNITS: readonly FileSize['unit'][] = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

const STEP = 1024;

/** How long a file is, in a unit of which there are less than 1024. */
export const fileSize = (bytes: number): FileSize => {
  const power = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP)))
  );
  return { value: bytes / STEP ** power, unit: UNITS[power] ?? 'byte' };
};
