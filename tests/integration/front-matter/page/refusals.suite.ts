import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type {
  ArchiveDetail,
  Overview,
} from '../../../../src/plugins/front-matter/server/src/panel/contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed } from './asking';

const PLACE = 'plugin::front-matter.archives';

export const refusals = suite('an archive that is refused', (current) => {
  let folder: ArchiveFolder;
  let home = '';
  let storage = '';
  let token = '';
  let before: object = {};
  const { ask, have, add } = asking(current, () => token);

  const configure = (settings: object): void => {
    current().strapi.config.set(PLACE, { ...before, folder: storage, ...settings });
  };

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'broadsheet-roots-'));
    storage = path.join(home, 'storage');
    process.env['ARCHIVES_FOLDER'] = storage;
    before = current().strapi.config.get<object>(PLACE, {});
    folder = await archiveFolder();
    await folder.write('_posts/2022-03-03-one.md', postText());
    await mkdir(path.join(home, 'root'));
    await rename(folder.root, path.join(home, 'root', 'news'));
    token = await signIn(current());
  });
  afterAll(async () => {
    configure(before);
    delete process.env['ARCHIVES_FOLDER'];
    delete process.env['ARCHIVES_ROOTS'];
    await rm(home, { recursive: true, force: true });
  });

  describe('since its folder may not be picked any more', () => {
    let archive: ArchiveDetail;
    const news = () => path.join(home, 'root', 'news');
    const find = async (): Promise<ArchiveDetail> =>
      (await ask('get', `/archives/${archive.key}`).expect(200)).body.data;

    beforeAll(async () => {
      configure({ roots: [path.join(home, 'root')] });
      process.env['ARCHIVES_ROOTS'] = path.join(home, 'root');
      const { body } = await ask('post', '/archives').send({ folder: news(), name: null });
      archive = (await ask('get', `/archives/${body.data.key}`).expect(200)).body.data;
    });

    it('is one that could be opened, and was', async () => {
      expect(archive).toMatchObject({ origin: 'folder', opened: { found: 1 }, problem: null });
      const task = await have(`/archives/${archive.key}/preview`);
      expect(task).toMatchObject({ state: 'finished', counts: { created: 1 } });
    });

    it('is not opened, previewed, imported or shown, and says why', async () => {
      configure({ roots: [] });
      const { opened, problem } = await find();
      expect(opened).toBeNull();
      expect(problem).toMatch(/"archives\.roots"/u);
      const inChinese = await ask('get', `/archives/${archive.key}`).set(
        'accept-language',
        'zh-Hans'
      );
      expect(inChinese.body.data.problem).toMatch(/不在服务器允许选择的文件夹/u);
      for (const task of ['preview', 'import']) {
        const { body } = await ask('post', `/archives/${archive.key}/${task}`).expect(400);
        expect(body.error.message).toBe(problem);
      }
      const file = encodeURIComponent('_posts/2022-03-03-one.md');
      await ask('get', `/archives/${archive.key}/file?path=${file}`).expect(400);
    });

    it('nor by a process that finds it so when it has come up', async () => {
      configure({ roots: [path.join(home, 'root')] });
      process.env['ARCHIVES_ROOTS'] = path.join(home, 'elsewhere');
      const task = await have(`/archives/${archive.key}/import`);
      expect(task).toMatchObject({ state: 'failed', failure: 'options', run: null });
      expect(task.message).toMatch(/"archives\.roots"/u);
    });

    it('nor where a link leads out by now', async () => {
      await rename(news(), path.join(home, 'moved'));
      await symlink(path.join(home, 'moved'), news());
      expect(await find()).toMatchObject({ opened: null });
      await ask('post', `/archives/${archive.key}/import`).expect(400);
      await rm(news());
      await rename(path.join(home, 'moved'), news());
      expect(await find()).toMatchObject({ problem: null });
      await ask('delete', `/archives/${archive.key}`).expect(200);
    });
  });

  describe('while others are received', () => {
    const sending: ClientRequest[] = [];
    const incoming = () => readdir(path.join(storage, 'incoming')).catch(() => []);
    const until = async (count: number) => {
      for (let tries = 0; (await incoming()).length !== count; tries += 1) {
        if (tries > 200) throw new Error(`${(await incoming()).length} are being received`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    };
    /** Begins to send an upload, and does not get to its end. */
    const begin = (): void => {
      const { port } = current().strapi.server.httpServer.address() as AddressInfo;
      const sent = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/front-matter/archives/upload?file=slow.zip',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
          'content-length': 1_000_000,
        },
      });
      sent.on('error', () => undefined);
      sent.on('response', (response) => void json(response).catch(() => undefined));
      sent.write(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(10_000)]));
      sending.push(sent);
    };

    beforeAll(async () => {
      configure({ upload: { atOnce: 2 } });
      const { httpServer } = current().strapi.server;
      if (!httpServer.listening) {
        await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      }
    });
    afterAll(() => {
      for (const sent of sending) sent.destroy();
    });

    it('is told to come back, with nothing of it kept, and is taken once there is room', async () => {
      const bytes = await packed(path.join(home, 'root', 'news'));
      begin();
      begin();
      await until(2);
      const refused = await ask('post', '/archives/upload?file=a.tar.gz')
        .set('content-type', 'application/octet-stream')
        .set('accept-language', 'zh-Hans')
        .send(bytes)
        .expect(503);
      expect(refused.headers['retry-after']).toMatch(/^\d+$/u);
      expect(refused.body.error.message).toContain('正在接收 2 个上传文件');
      expect(await incoming()).toHaveLength(2);
      const { archives } = (await ask('get', '/archives').expect(200)).body.data as Overview;
      expect(archives).toEqual([]);
      for (const sent of sending) sent.destroy();
      await until(0);
      const added = await add(bytes);
      expect(added.state).toBe('ready');
      await ask('delete', `/archives/${added.key}`).expect(200);
    });
  });

  it('says why in the language of whoever reads it', async () => {
    configure({});
    const bytes = await packed(path.join(home, 'root', 'news'));
    const broken = await add(bytes.subarray(0, 200), 'broken.tar.gz');
    expect(broken.message).toMatch(/is damaged or breaks off/u);
    for (const address of ['/archives', `/archives/${broken.key}`]) {
      const { body } = await ask('get', address).set('accept-language', 'zh-Hans').expect(200);
      const found: ArchiveDetail = body.data.archives?.[0] ?? body.data;
      expect(found.message).toMatch(/已损坏或不完整/u);
    }
    await ask('delete', `/archives/${broken.key}`).expect(200);
  });
});
