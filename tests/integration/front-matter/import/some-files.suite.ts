import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import type { ArchiveFolder } from '../archive-folder';
import { postText } from '../archive-folder';
import { importInto, outcomes, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';

const pathOf = (name: string): string => `_posts/2022-03-03-${name}.md`;

export const someFiles = suite('some files of an archive, imported alone', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const slugs = async (): Promise<readonly string[]> => {
    const found = await site.strapi.documents(POST).findMany({ status: 'published' });
    return found.map(({ slug }) => String(slug)).sort();
  };
  const write = (name: string, body = name) =>
    folder.write(pathOf(name), postText({ title: name, body: `The text of ${body}.` }));
  const run = (wish: Parameters<typeof importInto>[2] = {}) =>
    importInto(site.strapi, folder.root, wish);

  it('become posts, and the others are not looked at', async () => {
    for (const name of ['one', 'two', 'three']) await write(name);
    const files = [pathOf('three'), pathOf('one'), pathOf('three')];
    const some = await run({ files });
    expect(outcomes(some)).toEqual({ created: 2 });
    expect(some.report.found).toBe(2);
    expect(await slugs()).toEqual(['one', 'three']);
    expect(outcomes(await run({ files }))).toEqual({ unchanged: 2 });
    expect(outcomes(await run())).toEqual({ created: 1, unchanged: 2 });
  });

  it('say the same in a dry run, which writes nothing', async () => {
    for (const name of ['one', 'two']) await write(name);
    const dry = await run({ files: [pathOf('one')], dryRun: true });
    expect(outcomes(dry)).toEqual({ created: 1 });
    expect(await slugs()).toEqual([]);
  });

  it('leave alone what is gone, though it was asked to take that from the public', async () => {
    for (const name of ['one', 'two', 'three']) await write(name);
    await run();
    await folder.remove(pathOf('two'));
    await write('one', 'another one');
    const some = await run({ files: [pathOf('one')], unpublishMissing: true });
    expect(outcomes(some)).toEqual({ updated: 1 });
    expect(some.issues.filter(({ code }) => code === 'MISSING')).toEqual([]);
    expect(await slugs()).toEqual(['one', 'three', 'two']);
  });

  it('are refused with the path where one is no file of the archive, and nothing is imported', async () => {
    await write('one');
    const wrong = run({ files: [pathOf('one'), '../../etc/passwd'] });
    await expect(wrong).rejects.toThrow('no file "../../etc/passwd"');
    expect(await slugs()).toEqual([]);
  });

  it('are not taken for a second copy of the archive', async () => {
    for (const name of ['one', 'two', 'three', 'four', 'five']) await write(name);
    for (const name of ['one', 'two']) {
      const data = { title: name, slug: name };
      await site.strapi.documents(POST).create({ data, status: 'published' });
    }
    const some = await run({ files: [pathOf('one'), pathOf('two')] });
    expect(outcomes(some)).toEqual({ created: 2 });
  });

  it('are a run that is undone like any other', async () => {
    for (const name of ['one', 'two']) await write(name);
    await run({ files: [pathOf('one')] });
    const { report } = await run({ files: [pathOf('two')] });
    await rollBack(site.strapi, report.run);
    expect(await slugs()).toEqual(['one']);
  });

  it('are no reason to take what was renamed for new once all are imported', async () => {
    for (const name of ['one', 'two', 'three', 'harbour']) {
      await write(name, `${name}: ${'a boat every hour, '.repeat(30)}`);
    }
    await run({ files: [pathOf('one')] });
    await run();
    await write('alone');
    await run({ files: [pathOf('alone')] });
    await folder.move(pathOf('harbour'), '_posts/2022-03-03-harbor.md');
    const renamed = await run({ files: ['_posts/2022-03-03-harbor.md'] });
    expect(outcomes(renamed)).toEqual({ updated: 1 });
    expect(renamed.issues).toContainEqual(expect.objectContaining({ code: 'MOVED' }));
  });
});
