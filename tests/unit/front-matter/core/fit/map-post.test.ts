import { mapPost } from '../../../../../src/plugins/front-matter/server/src/core/fit/map-post';
import { MAPPING, postOf, trailerOf } from './posts';

const NOW = Date.parse('2022-06-01T00:00:00Z');

describe('mapPost', () => {
  it('gives the date as the moment it names, in UTC', () => {
    expect(mapPost(postOf(), trailerOf(), MAPPING, NOW).fields.date).toBe(
      '2022-03-03T00:35:15.000Z'
    );
  });

  it('takes the body from before the trailer, and the source from it', () => {
    const trailer = trailerOf({
      body: 'body',
      trailer: '\n\n<http://a.example/1>',
      url: 'http://a.example/1',
      code: '1',
      key: 'k',
      name: '日知晨报',
    });
    const { fields, trailer: cut } = mapPost(postOf(), trailer, MAPPING, NOW);
    expect(fields).toMatchObject({
      body: 'body',
      sourceUrl: 'http://a.example/1',
      sourceCode: '1',
      sourceKey: 'k',
      sourceName: '日知晨报',
    });
    expect(cut).toBe('\n\n<http://a.example/1>');
  });

  it('keeps every key that has no attribute of its own', () => {
    const post = postOf({ frontMatter: { layout: 'post', title: 'x', author: 'A', tags: 'a b' } });
    expect(mapPost(post, trailerOf(), MAPPING, NOW).fields.frontMatter).toEqual({
      layout: 'post',
      author: 'A',
      tags: 'a b',
    });
  });

  it('gives a configured key to its attribute and to nothing else', () => {
    const post = postOf({ frontMatter: { subtitle: '副题' } });
    const mapped = mapPost(post, trailerOf(), MAPPING, NOW);
    expect(mapped.keys).toEqual({ subtitle: '副题' });
    expect(mapped.fields.frontMatter).toEqual({});
  });

  describe('the excerpt', () => {
    it('is "excerpt" before "description", and the other one stays', () => {
      const post = postOf({ frontMatter: { excerpt: 'short', description: 'long' } });
      const { fields } = mapPost(post, trailerOf(), MAPPING, NOW);
      expect(fields.excerpt).toBe('short');
      expect(fields.frontMatter).toEqual({ description: 'long' });
    });

    it('is a digest that opens the body as a quotation, which stays there', () => {
      const body = '\n> 摘要第一行\n> 第二行\n\n<p>正文</p>';
      const { fields } = mapPost(postOf(), trailerOf({ body }), MAPPING, NOW);
      expect(fields.excerpt).toBe('摘要第一行\n第二行');
      expect(fields.body).toBe(body);
    });

    it('is nothing where a key of its name holds no text, and the key stays', () => {
      const post = postOf({ frontMatter: { excerpt: false } });
      const { fields } = mapPost(post, trailerOf(), MAPPING, NOW);
      expect(fields.excerpt).toBeNull();
      expect(fields.frontMatter).toEqual({ excerpt: false });
    });
  });

  describe('the visibility', () => {
    it.each([
      ['DRAFT', { draft: true }],
      ['UNPUBLISHED', { published: false }],
      ['FUTURE', { hiddenUntilDate: true, date: '2022-06-01T00:00:01Z' }],
    ] as const)('is hidden with the code %s', (code, parts) => {
      const mapped = mapPost(postOf(parts), trailerOf(), MAPPING, NOW);
      expect(mapped.visibility).toEqual({ shown: false, code });
      expect(mapped.issues.map((issue) => issue.code)).toEqual([code]);
    });

    it('is shown once the date has come', () => {
      const post = postOf({ hiddenUntilDate: true, date: '2022-05-31T23:59:59Z' });
      expect(mapPost(post, trailerOf(), MAPPING, NOW).visibility).toEqual({ shown: true });
    });
  });

  it('gives the address of the generator first, then those that redirect', () => {
    const post = postOf({ url: '/a.html', redirectFrom: ['/old/', '/older/'] });
    expect(mapPost(post, trailerOf(), MAPPING, NOW).paths).toEqual(['/a.html', '/old/', '/older/']);
  });
});
