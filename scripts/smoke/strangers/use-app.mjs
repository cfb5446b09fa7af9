import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';
import { succeed } from '../run.mjs';
import { serve } from '../site.mjs';

const SAMPLE = path.join(root, 'tests', 'fixtures', 'sample-archive');
const MANAGER = '/content-manager/collection-types/api::article.article';

/** Some of the sample's files are broken on purpose, so the import ends with 3. */
const IMPORTED = 3;

const EDITOR = {
  firstname: 'Lin',
  lastname: 'Wang',
  email: 'editor@example.com',
  password: 'Sheets-of-2022',
};

/**
 * Does with an application what its owner does: builds it, imports the sample archive, asks for the articles
 * and their addresses, edits one in the panel's way, imports again, and rolls back.
 *
 * @param {import('../nodes.mjs').Node} node
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export const useApp = async (node, options) => {
  const bin = path.join(options.cwd, 'node_modules', '.bin');
  const report = path.join(options.cwd, 'report.json');
  /** @param {string} command @param {readonly string[]} words @param {readonly number[]} [codes] */
  const command = (command, words, codes) =>
    succeed(path.join(bin, command), words, options, codes);
  const importSample = async () => {
    await command('strapi-front-matter', ['import', SAMPLE, '--report', report], [IMPORTED]);
    return JSON.parse(readFileSync(report, 'utf8'));
  };

  await succeed(path.join(bin, 'strapi'), ['build'], {
    ...options,
    env: { ...options.env, NODE_ENV: 'production' },
  });
  const first = await importSample();
  assert.equal(first.created, 28);

  const site = await serve(node, options);
  try {
    const list = async () => JSON.parse(await site.ask('/api/articles?populate=*&sort=date:desc'));
    const { data, meta } = await list();
    const count = meta.pagination.total;
    assert.ok(count > 20, `only ${count} articles are public`);
    const [article] = data;
    assert.ok(article.topics.length > 0, 'an article has no topic');
    const address = `/api/permalinks/resolve?url=${encodeURIComponent(article.path)}`;
    assert.equal(JSON.parse(await site.ask(address)).data.documentId, article.documentId);
    assert.ok(JSON.parse(await site.ask('/api/delivery/articles')).data.length > 0);
    const [, script] = /<script[^>]* src="([^"]+)"/.exec(await site.ask('/admin')) ?? [];
    await site.ask(new URL(script ?? '', 'http://site/admin/').pathname);

    const { token } = JSON.parse(await site.ask('/admin/register-admin', EDITOR)).data;
    const save = `${MANAGER}/${article.documentId}/actions/publish`;
    await site.ask(
      save,
      { headline: 'Written by an editor' },
      { authorization: `Bearer ${token}` }
    );

    const second = await importSample();
    assert.deepEqual([second.created, second.updated, second.conflicts], [0, 0, 0]);
    assert.equal((await list()).data[0].headline, 'Written by an editor');

    await command('strapi-front-matter', ['rollback', String(first.run)], [0, IMPORTED]);
    const left = await list();
    assert.deepEqual(
      left.data.map((/** @type {{ headline: string }} */ { headline }) => headline),
      ['Written by an editor']
    );
    await command('strapi-permalinks', ['check']);
    await command('strapi-delivery', ['check']);
    await site.stop();
  } finally {
    site.kill();
  }
};
