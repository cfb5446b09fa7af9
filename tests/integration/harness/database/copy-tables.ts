import type { Connection, RowDataPacket } from 'mysql2/promise';

/**
 * Copies the tables of one MySQL or MariaDB database into another, which is empty. Each table is
 * made with all its indexes at once: a server that waits for its disk at each change of a schema
 * takes a tenth of the time that the changes of a first boot take.
 */
export const copyTables = async (
  connection: Connection,
  from: string,
  to: string
): Promise<void> => {
  const [tables] = await connection.query<RowDataPacket[]>(
    'select table_name as name from information_schema.tables where table_schema = ?',
    [from]
  );
  const names = tables.map(({ name }) => `\`${String(name)}\``);
  const statements: string[] = [];
  for (const name of names) {
    const [[made]] = await connection.query<RowDataPacket[]>(`show create table ${from}.${name}`);
    statements.push(String(made?.['Create Table']));
  }
  await connection.query(
    [
      `use ${to}`,
      'set foreign_key_checks = 0',
      ...statements,
      'start transaction',
      ...names.map((name) => `insert into ${name} select * from ${from}.${name}`),
      'commit',
    ].join(';\n')
  );
};
