import fc from 'fast-check';
import { readForm } from '../../../../src/plugins/delivery/server/src/answers/request-form';

const routes = [{ uid: 'api::post.post', path: '/api/posts' }];
const formOf = (query: string, path = '/api/posts') => readForm(routes, path, query);

describe('the form of a request', () => {
  it('is the same for other values of a filter, and for other pages', () => {
    const one = formOf('filters[slug][$eq]=a&pagination[page]=2&sort=date:desc');
    const other = formOf('filters%5Bslug%5D%5B%24eq%5D=b%20c&pagination[page]=7&sort=date:desc');
    expect(other?.key).toBe(one?.key);
    expect(one).toMatchObject({ parameters: ['a'], part: { page: 2 }, isOne: false });
    expect(other).toMatchObject({ parameters: ['b c'], part: { page: 7 } });
  });

  it('is another one for other names, operators, sorts and sizes', () => {
    const queries = [
      '',
      'filters[slug]=a',
      'filters[slug][$eq]=a',
      'filters[slug][$ne]=a',
      'filters[title]=a',
      'sort=date:asc',
      'sort=date:desc',
      'pagination[pageSize]=5',
      'pagination[pageSize]=6',
      'pagination[start]=1',
      'pagination[page]=1',
    ];
    expect(new Set(queries.map((query) => formOf(query)?.key)).size).toBe(queries.length);
  });

  it('has the id of a document as a value', () => {
    expect(formOf('', '/api/posts/abc')).toMatchObject({ isOne: true, parameters: ['abc'] });
    expect(formOf('', '/api/posts/abc')?.key).not.toBe(formOf('')?.key);
    for (const path of [
      '/api/posts/',
      '/api/posts/a/b',
      '/api/posts/A',
      '/api/post',
      '/api/tags',
    ]) {
      expect(formOf('', path)).toBeNull();
    }
  });

  it('is none of a query that Strapi reads in its own way', () => {
    for (const query of [
      'filters[slug]=a&filters[slug]=b',
      'pagination[page]=0',
      'pagination[page]=1&pagination[page]=2',
      'filters[slug]',
      '%zz=a',
      'filters[slug]=%zz',
      `sort=${'a'.repeat(3000)}`,
    ]) {
      expect([query, formOf(query)]).toEqual([query, null]);
    }
  });

  it('has odd values and numbers that are none as parts of itself', () => {
    for (const value of ['', '%00', '%ef%bf%bd', 'a%0ab', 'a'.repeat(501)]) {
      expect(formOf(`filters[slug]=${value}`)?.parameters).toEqual([]);
    }
    for (const value of ['-1', '1.5', 'x', '1e3', '99999999999']) {
      expect(formOf(`pagination[page]=${value}`)?.part).toBeNull();
    }
  });

  it('never throws, and tells two queries of one form apart by its values alone', () => {
    const word = fc.constantFrom(
      'filters',
      '[slug]',
      '[$eq]',
      '[$in]',
      '=',
      '&',
      'a',
      '%5B',
      '%',
      '+'
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const form = formOf(words.join(''));
        if (form === null) return;
        expect(form.key.startsWith('/api/posts?')).toBe(true);
        expect(form.part).toBeNull();
      })
    );
  });
});
