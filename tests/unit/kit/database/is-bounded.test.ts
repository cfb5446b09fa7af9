import { isBounded } from '../../../../src/kit/src/database/engines/sqlite/readers/is-bounded';

const SMALL = new Set(['locales']);
const isSmall = (table: string): boolean => SMALL.has(table);
/** Steps that belong to another one stand behind a dot for it. */
const judge = (sql: string, values: number, ...plan: readonly string[]): boolean =>
  isBounded(
    plan.map((step) => ({
      words: step.replace(/^\. /u, ''),
      within: step.startsWith('. ') ? 1 : 0,
    })),
    { sql, values, isSmall }
  );

describe('a statement of SQLite', () => {
  it('is bounded where it finds its rows by keys', () => {
    const sql = 'select * from `posts` as `t0` where `t0`.`slug` = ? order by `t0`.`id` limit ?';
    expect(judge(sql, 2, 'SEARCH t0 USING INDEX posts_slug_index (slug=?)')).toBe(true);
    expect(judge(sql, 2, 'SEARCH t0 USING INTEGER PRIMARY KEY (rowid=?)')).toBe(true);
    expect(
      judge(
        'select * from `tags` as `t0` left join `posts_tags_lnk` as `t1` on `t1`.`tag_id` = `t0`.`id` where `t1`.`post_id` in (?)',
        1,
        'SEARCH t1 USING COVERING INDEX posts_tags_lnk_uq (post_id=?)',
        'SEARCH t0 USING INTEGER PRIMARY KEY (rowid=?)',
        'USE TEMP B-TREE FOR ORDER BY'
      )
    ).toBe(true);
  });

  it('is bounded where it takes a page in the order of an index, and nothing is left out', () => {
    const page =
      'select `t0`.`id` from `posts` as `t0` where `t0`.`published_at` is not null limit ? offset ?';
    const step = 'SCAN t0 USING INDEX delivery_list_1';
    expect(judge(page, 2, step)).toBe(true);
    expect(judge(`${page} and \`excerpt\` = ?`, 3, step)).toBe(false);
    expect(judge(page, 2, step, 'USE TEMP B-TREE FOR ORDER BY')).toBe(false);
    expect(judge(page.replace(' limit ? offset ?', ''), 0, step)).toBe(false);
  });

  it('is bounded where it takes so many rows from one on, or the last one', () => {
    const sql = 'select * from `log` where `id` > ? order by `id` limit ?';
    const step = 'SEARCH log USING INTEGER PRIMARY KEY (rowid>?)';
    expect(judge(sql, 2, step)).toBe(true);
    expect(judge('select max(`id`) from `log`', 0, 'SEARCH log')).toBe(true);
    expect(judge(sql.replace(' limit ?', ''), 1, step)).toBe(false);
    expect(judge(sql.replace(' order', ' and `uid` = ? order'), 3, step)).toBe(false);
    expect(judge(sql, 2, step, 'USE TEMP B-TREE FOR ORDER BY')).toBe(false);
  });

  it('is bounded where it takes a page that begins somewhere in an index', () => {
    const page = 'select `t0`.`id` from `posts` as `t0` where `t0`.`date` <= ? limit ? offset ?';
    const step = 'SEARCH t0 USING INDEX delivery_list_1 (date<?)';
    // The value tells where to begin, and is not counted.
    expect(judge(page, 2, step)).toBe(true);
    expect(judge(page, 3, step)).toBe(false);
  });

  it('is bounded where only the rows of a page are sorted', () => {
    const page =
      'select `t0`.* from (select `t0`.`id` from `posts` as `t0` limit ? offset ?) as found inner join `posts` as `t0` on `t0`.`id` = `found`.`id` order by `t0`.`date`';
    const found = ['CO-ROUTINE found', '. SCAN t0 USING INDEX delivery_list_1'];
    const rows = ['SCAN found', 'SEARCH t0 USING INTEGER PRIMARY KEY (rowid=?)'];
    const sort = 'USE TEMP B-TREE FOR ORDER BY';
    expect(judge(page, 2, ...found, ...rows, sort)).toBe(true);
    expect(judge(page, 2, ...found, `. ${sort}`, ...rows, sort)).toBe(false);
  });

  it('is not bounded where it goes through a table, or a range of it', () => {
    const sql = 'select * from `posts` as `t0` where `t0`.`body` like ? limit ?';
    expect(judge(sql, 2, 'SCAN t0')).toBe(false);
    expect(judge(sql, 2, 'SEARCH t0 USING INDEX posts_published_at (published_at>?)')).toBe(false);
    expect(judge('select * from locales', 0, 'SCAN locales')).toBe(true);
  });

  it('is judged by the tables below it, too', () => {
    const sql = 'select `id` from `posts` as `t0` where `t0`.`id` in (select `id` from `tags`)';
    expect(
      judge(sql, 0, 'SEARCH t0 USING INTEGER PRIMARY KEY (rowid=?)', 'LIST SUBQUERY 1', 'SCAN tags')
    ).toBe(false);
  });
});
