/** A name as SQLite reads it whatever it is. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a statement has it. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
