import type {
  ArchiveKeys,
  MappedKey,
  MappingInForce,
} from '../../../../src/plugins/front-matter/server/src/panel/mapping-contract';
import { databases, type TestDatabase } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { archiveFolder, type ArchiveFolder } from '../archive-folder';
import { config, STORY, TYPES } from './types';

const KEY = 'mapped';

interface Mappings {
  keys(ctx: object): Promise<{ readonly data: ArchiveKeys }>;
  save(ctx: object): Promise<{ readonly data: MappingInForce }>;
}

describe.each(databases)('the relations that keys may become, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let running: RunningApp;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    database = await kind.create();
    const plugins = ['strapi-plugin-front-matter', 'strapi-plugin-permalinks'];
    app = await makeOtherApp(database, { types: TYPES, plugins });
    running = await app.boot(config(STORY));
    folder = await archiveFolder();
    const now = new Date();
    await running.strapi.db.query('plugin::front-matter.archive').create({
      data: {
        ...{ key: KEY, documentId: KEY, name: KEY, origin: 'folder', place: KEY, state: 'ready' },
        ...{ root: folder.root, options: {}, addedAt: now, changedAt: now },
      },
    });
  });
  afterAll(async () => {
    await folder.drop();
    await running.stop();
    await app.remove();
  });

  const mappings = () =>
    running.strapi.controller('plugin::front-matter.mappings') as unknown as Mappings;
  const params = { key: KEY };
  const keysNow = async () => (await mappings().keys({ params })).data;
  const save = async (mapping: readonly MappedKey[]) => {
    const { version } = (await keysNow()).mapping;
    return (await mappings().save({ params, request: { body: { mapping, version } } })).data;
  };

  it('are those that an import takes, each with the texts that its entries are found by', async () => {
    const { attributes } = await keysNow();
    const offered = attributes.filter(({ kind: holds }) => holds === 'relation');
    expect(Object.fromEntries(offered.map(({ name, by }) => [name, by]))).toEqual({
      writer: ['name', 'email', 'slug'],
      helpers: ['name', 'email', 'slug'],
      people: ['name'],
      mainSection: ['name', 'slug'],
      // An entry without a colour could not be made.
      badge: ['colour'],
      gifts: ['name'],
    });
  });

  it('are saved beside attributes, and refused as in the file', async () => {
    const author = { key: 'author', to: { relation: 'writer', by: 'name' } };
    const saved = await save([author, { key: 'kicker', to: 'headline' }]);
    expect(saved).toMatchObject({
      keys: [author, { key: 'kicker', to: 'headline' }],
      yaml: 'mapping:\n  author: { relation: writer, by: name }\n  kicker: headline\n',
      problem: null,
    });
    await expect(save([author, { ...author, key: 'by' }])).rejects.toThrow('becomes it already');
    await expect(
      save([{ key: 'author', to: { relation: 'sections', by: 'name' } }])
    ).rejects.toThrow('"mapping.author.relation" is "sections"');
    await expect(save([{ key: 'a', to: { relation: 'writer', by: 'age' } }])).rejects.toThrow(
      'has no attribute of that name. It may be one of name, email, slug'
    );
    await expect(save([{ key: 'date', to: 'headline' }])).rejects.toThrow(
      '"mapping.date" is "headline": the title of posts goes there already'
    );
    await expect(save([{ key: 'story', to: 'text' }])).rejects.toThrow(
      '"mapping.story" is "text": the body of posts goes there already'
    );
    expect((await keysNow()).mapping.keys).toHaveLength(2);
  });
});
