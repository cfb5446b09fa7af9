import { bootOn, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

const POST = 'api::post.post';

interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, { readonly edit: object }>>;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly { readonly name: string; readonly size: number }[])[];
  };
}

describe.each(databases)('the layout of posts on $name', (kind) => {
  let site: TestSite;
  let made: Configuration;
  let laidOut: Configuration;

  const manager = () => site.strapi.plugin('content-manager').service('content-types');
  const type = () => site.strapi.contentType(POST);
  const read = async (): Promise<Configuration> => {
    const { settings, metadatas, layouts } = await manager().findConfiguration(type());
    return { settings, metadatas, layouts };
  };
  /** As a site is that was begun with a version before this one. */
  const rewind = async (before: Partial<Configuration>): Promise<void> => {
    await manager().updateConfiguration(type(), { ...made, ...before });
    const store = site.strapi.store({ type: 'core', name: 'broadsheet' });
    await store.delete({ key: 'form-layouts' });
    site = await site.restart();
  };

  beforeAll(async () => {
    site = await bootOn(await kind.create());
    laidOut = await read();
    // What Strapi itself makes of the type, and the lists of the version before.
    const names = Object.keys(type().attributes).filter((name) => name in laidOut.metadatas);
    const full = new Set(['body', 'frontMatter']);
    const shown = names.filter((name) => !/^(?:created|updated|published|locale)/u.test(name));
    made = {
      ...laidOut,
      layouts: {
        list: ['title', 'date', 'categories', 'sourceName'],
        edit: shown.map((name) => [{ name, size: full.has(name) ? 12 : 6 }]),
      },
    };
  });
  afterAll(() => site.close());

  it('has the slug at full width under the title, one source, and no key', () => {
    const { edit } = laidOut.layouts;
    expect(edit.slice(0, 2)).toEqual([[{ name: 'title', size: 12 }], [{ name: 'slug', size: 12 }]]);
    expect(edit.flat().map(({ name }) => name)).not.toContain('sourceKey');
    const at = edit.findIndex(([field]) => field?.name === 'sourceCode');
    expect(edit[at + 1]?.map(({ name }) => name)).toEqual(['sourceUrl', 'sourceName']);
  });

  it('comes to a site of a version before that nobody has laid out', async () => {
    await rewind({});
    expect((await read()).layouts).toEqual(laidOut.layouts);
  });

  it('leaves a form that somebody has laid out, and a list that has other columns', async () => {
    const [first, second, ...rest] = made.layouts.edit;
    const edit = [second ?? [], first ?? [], ...rest];
    const layouts = { list: ['title', 'sourceName'], edit };
    await rewind({ layouts });
    expect((await read()).layouts).toEqual(layouts);
  });

  it('leaves a form whose fields somebody has named', async () => {
    const { title } = made.metadatas;
    const metadatas = {
      ...made.metadatas,
      title: { ...title, edit: { ...title?.edit, label: 'Headline' } },
    };
    await rewind({ metadatas });
    expect((await read()).layouts.edit).toEqual(made.layouts.edit);
  });
});
