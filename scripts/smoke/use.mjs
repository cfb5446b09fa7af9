import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOf, succeed } from './run.mjs';
import { serve } from './site.mjs';

const SAMPLE = path.join('tests', 'fixtures', 'sample-archive');

/** Some of the sample's files are broken on purpose, so the import ends with 3. */
const IMPORTED = 3;

/** How often the list is asked for: enough for the garbage of its statements to be collected. */
const ROUNDS = 200;

const ADMINISTRATOR = {
  firstname: 'Lin',
  lastname: 'Wang',
  email: 'editor@example.com',
  password: 'Sheets-of-2022',
};

/** @param {Awaited<ReturnType<typeof serve>>} site @returns {Promise<number>} */
const countPosts = async (site) =>
  JSON.parse(await site.ask('/api/posts?populate=*')).meta.pagination.total;

/**
 * Does with a Node what people do with a site: imports the sample archive, serves it, reads it over
 * REST and GraphQL, opens the panel and becomes its administrator, and rolls the import back.
 * @param {string} home the project, installed and built
 * @param {import('./nodes.mjs').Node} node
 * @param {string} folder where its database and report go
 */
export const use = async (home, node, folder) => {
  const report = path.join(folder, `report-${node.version}.json`);
  const env = environmentOf(node, {
    DATABASE_FILENAME: path.join(folder, `data-${node.version}.db`),
  });
  /** @param {readonly string[]} words @param {number} code */
  const archive = (words, code) =>
    succeed('npm', ['run', '--silent', 'archive', '--', ...words], { cwd: home, env }, [code]);

  await archive(['import', SAMPLE, '--report', report], IMPORTED);
  const { run, created } = JSON.parse(readFileSync(report, 'utf8'));
  assert.equal(created, 28);

  const site = await serve(node, { cwd: home, env });
  try {
    const count = await countPosts(site);
    assert.ok(count > 20, `only ${count} posts are public`);
    const query = '{ posts(pagination: { limit: 100 }) { slug path categories { name } } }';
    assert.equal(JSON.parse(await site.ask('/graphql', { query })).data.posts.length, count);

    const [, script] = /<script[^>]* src="([^"]+)"/.exec(await site.ask('/admin')) ?? [];
    await site.ask(new URL(script ?? '', 'http://site/admin/').pathname);
    await site.ask('/admin/register-admin', ADMINISTRATOR);

    for (let round = 0; round < ROUNDS; round += 1) {
      await countPosts(site);
    }
    await archive(['rollback', String(run)], 0);
    assert.equal(await countPosts(site), 0);
    await site.stop();
  } finally {
    site.kill();
  }
};
