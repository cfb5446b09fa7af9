import { engineOf, type Reader } from '../../../src/kit/src/database';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

export const preparedReads = suite('statements that are sent over and over', (current) => {
  let site: TestSite;
  let reader: Reader;
  let other: Reader;

  beforeAll(async () => {
    site = current();
    const { strapi } = site;
    await strapi.db.connection.schema.createTable('kept_notes', (table) => {
      table.integer('id');
      table.string('text');
    });
    await strapi.db.connection('kept_notes').insert([
      { id: 1, text: 'one' },
      { id: 2, text: 'two' },
    ]);
    reader = await engineOf(strapi.db).openReader(strapi);
    other = await engineOf(strapi.db).openReader(strapi);
  });
  afterAll(async () => {
    await site.strapi.db.connection.schema.dropTable('kept_notes');
  });

  const read = async (id: number) => reader.rows('select * from kept_notes where id = ?', [id]);

  it('are told apart, whoever sends them', async () => {
    for (let time = 0; time < 30; time += 1) {
      expect(await read(2)).toEqual([[2, 'two']]);
      expect(await other.rows('select text from kept_notes where id = ?', [1])).toEqual([['one']]);
    }
  });

  it('answer by their values, also once their table has changed', async () => {
    for (let time = 0; time < 30; time += 1) {
      const id = 1 + (time % 2);
      expect(await read(id)).toEqual([[id, id === 1 ? 'one' : 'two']]);
    }
    await site.strapi.db.connection.schema.alterTable('kept_notes', (table) => {
      table.integer('length').defaultTo(3);
    });
    const answers = await Promise.all([1, 2, 1, 2].map(read));
    expect(answers.map(([row]) => row?.[2])).toEqual([3, 3, 3, 3]);
  });
});
