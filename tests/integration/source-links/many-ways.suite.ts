import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const number = (last: number) => `20220217227926605${last}`;
const code = (last: number) => `NW${number(last)}`;
const url = (last: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code(last)}`;
const source = (last: number) => ({
  sourceCode: code(last),
  sourceKey: number(last),
  sourceUrl: url(last),
});
const NONE = { sourceCode: null, sourceKey: null, sourceUrl: null };
const OWN = { sourceCode: 'A-1', sourceKey: null, sourceUrl: 'https://paper.example/a' };

export const otherWays = suite('other ways to write sources', (current) => {
  let site: TestSite;
  const posts = () => site.strapi.documents(POST);
  const rows = () => site.strapi.db.query(POST);

  beforeAll(() => {
    site = current();
  });

  describe('a copy of a document', () => {
    const clone = async (data: object, documentId: string) => {
      const copy = await posts().clone({ documentId, data } as never);
      return copy?.entries[0];
    };
    const original = async (data: object = { sourceCode: code(1) }) =>
      (await posts().create({ data: { title: '原', ...data }, status: 'published' })).documentId;

    it('has the source of the original', async () => {
      expect(await clone({ title: '副' }, await original())).toMatchObject(source(1));
      expect(await clone({ title: '副' }, await original(OWN))).toMatchObject(OWN);
    });

    it('follows the field that is changed, whichever else the form sends', async () => {
      const id = await original();
      expect(await clone({ sourceCode: code(2) }, id)).toMatchObject(source(2));
      expect(await clone({ sourceUrl: url(3) }, id)).toMatchObject(source(3));
      expect(await clone({ ...source(1), sourceUrl: url(4) }, id)).toMatchObject(source(4));
      expect(await clone({ ...source(1), sourceCode: code(5) }, id)).toMatchObject(source(5));
      expect(await clone({ ...source(1), sourceCode: '' }, id)).toMatchObject(NONE);
      expect(await posts().findOne({ documentId: id })).toMatchObject(source(1));
    });

    it('is refused when two changed values disagree', async () => {
      const copy = clone({ sourceCode: code(2), sourceUrl: url(3) }, await original());
      await expect(copy).rejects.toThrow(/"sourceCode".*"sourceUrl"/);
    });
  });

  describe('one statement for many rows', () => {
    const STORED = [source(1), source(2), NONE, OWN];
    const ids: number[] = [];

    beforeEach(async () => {
      ids.length = 0;
      for (const [index, stored] of STORED.entries()) {
        const row = await rows().create({ data: { title: `第${index}篇`, ...stored } });
        ids.push(row.id);
      }
    });
    const all = () => ({ id: { $in: [...ids] } });
    const stored = () => rows().findMany({ where: all(), orderBy: { id: 'asc' } });
    const update = (data: object, where: object = all()) => rows().updateMany({ where, data });

    it('takes the URL from each, and the code that was made from it', async () => {
      await update({ sourceUrl: null });
      expect(await stored()).toMatchObject([NONE, NONE, NONE, { ...OWN, sourceUrl: null }]);
    });

    it('counts a value that equals the stored one as not given', async () => {
      const { count } = await update({ title: '同', ...source(1) });
      expect(count).toBe(4);
      expect(await stored()).toMatchObject(
        Array.from({ length: 4 }, () => ({ title: '同', ...source(1) }))
      );
      await update({ ...source(1), sourceCode: code(6) });
      expect(await stored()).toMatchObject(Array.from({ length: 4 }, () => source(6)));
    });

    it('keeps the address that the code is in, where there is one', async () => {
      const story = `http://finance.eastmoney.com/news/1345,${number(7)}.html`;
      await rows().update({ where: { id: ids[0] }, data: { sourceUrl: story } });
      await update({ sourceCode: number(7) });
      const bare = { sourceCode: number(7), sourceKey: number(7), sourceUrl: null };
      expect(await stored()).toMatchObject([
        { ...bare, sourceUrl: story },
        bare,
        bare,
        { ...bare, sourceUrl: OWN.sourceUrl },
      ]);
    });

    it('finds the rows by their sources, too', async () => {
      await update({ sourceCode: null }, { $and: [all(), { sourceCode: { $notNull: true } }] });
      expect(await stored()).toMatchObject([NONE, NONE, NONE, { ...OWN, sourceCode: null }]);
    });

    it('writes none of them when one cannot hold what is asked', async () => {
      await expect(update({ title: '异', sourceCode: code(1), sourceUrl: url(2) })).rejects.toThrow(
        /"sourceCode".*"sourceUrl"/
      );
      await expect(update({ sourceUrl: 'ftp://x.example/' })).rejects.toThrow(/"sourceUrl"/);
      expect(await stored()).toMatchObject(STORED);
    });

    it('serves all rows there are', async () => {
      await rows().updateMany({ data: { sourceUrl: url(9) } });
      expect(await rows().count({ where: source(9) })).toBe(await rows().count());
    });

    it('serves drafts and published rows alike, hundreds of them', async () => {
      const data = Array.from({ length: 1200 }, (_, index) => ({
        documentId: `ways${String(index >> 1).padStart(20, '0')}`,
        title: '众',
        publishedAt: index % 2 === 0 ? null : new Date(),
        ...(index % 3 === 0 ? OWN : source(1)),
      }));
      await rows().createMany({ data });
      const where = { documentId: { $startsWith: 'ways' } };
      await update({ sourceUrl: url(8) }, where);
      expect(await rows().count({ where: { ...where, ...source(8) } })).toBe(1200);
      await update({ sourceUrl: '' }, where);
      expect(await rows().count({ where: { ...where, ...NONE } })).toBe(1200);
      await rows().deleteMany({ where });
    });
  });

  describe('the name of a source', () => {
    const body = '<p>正文</p><p>（文章来源：日照<b>日报</b>）</p>';

    it('is read once a body names one, as long as nobody has', async () => {
      const { documentId } = await posts().create({ data: { title: '名' } });
      const save = async (data: object) =>
        (await posts().update({ documentId, data }))?.sourceName ?? null;
      expect(await save({ body: '<p>正文</p>', sourceName: null })).toBeNull();
      expect(await save({ body, sourceName: null })).toBe('日照日报');
      expect(await save({ body: body.replace('日照', '海滨') })).toBe('日照日报');
      expect(await save({ sourceName: '晚报', body })).toBe('晚报');
    });

    it('stays empty where somebody has emptied it', async () => {
      const { documentId } = await posts().create({ data: { title: '名', body } });
      const save = async (data: object) =>
        (await posts().update({ documentId, data }))?.sourceName ?? null;
      for (const nothing of ['', null]) {
        expect(await save({ sourceName: nothing, body })).toBe(nothing);
        expect(await save({ body: `${body} ` })).toBe(nothing);
        expect(await save({ title: '名之二', sourceName: nothing, body })).toBe(nothing);
      }
    });
  });
});
