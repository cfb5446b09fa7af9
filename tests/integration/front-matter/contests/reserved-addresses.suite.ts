import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';

const POST = 'api::post.post';
const FILE = '_posts/2022-03-03-kept.md';

export const reservedAddresses = suite(
  'an archive whose old addresses are the server’s own',
  (current) => {
    let site: TestSite;
    let folder: ArchiveFolder;

    beforeAll(async () => {
      site = current();
      folder = await archiveFolder();
    });
    afterAll(async () => {
      await folder.drop();
    });

    it('loses no post, and is told which of them lead nowhere', async () => {
      const header = ['redirect_from: [/admin/, /api/posts, /old/kept.html]'];
      await folder.write(FILE, postText({ categories: 'upload', header }));
      const dry = await importInto(site.strapi, folder.root, { dryRun: true });
      const real = await importInto(site.strapi, folder.root);
      expect(outcomes(real)).toEqual({ created: 1 });
      const said = ({ issues }: typeof real) =>
        issues
          .filter(({ code }) => code === 'PATH_RESERVED')
          .map(({ path, message }) => [path, /^The address (\S+)/u.exec(message)?.[1]]);
      // The post's own address in the archive is below its category, which is called "upload".
      expect(said(real).sort()).toEqual([
        [FILE, '/admin/'],
        [FILE, '/api/posts'],
        [FILE, '/upload/'],
        [FILE, '/upload/2022/03/03/kept.html'],
      ]);
      expect(said(dry)).toEqual(said(real));

      const [post] = await site.strapi.documents(POST).findMany({ status: 'published' });
      const at = async (url: string) =>
        (await site.http.get('/api/permalinks/resolve').query({ url })).body.data;
      expect(await at('/old/kept.html')).toMatchObject({
        documentId: post?.documentId,
        status: 301,
      });
      expect(await at('/admin')).toBeNull();
    });
  }
);
