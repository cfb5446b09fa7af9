import { readTemplate } from '../../../../../src/plugins/newsroom/server/src/core/previews/url-template';

const values = {
  path: '/2022/%E6%B8%AF.html',
  documentId: 'a b&c',
  contentType: 'api::post.post',
  locale: 'zh-Hans',
  status: 'draft',
};

const fill = (template: string): string => readTemplate(template).fill(values);

describe('the address of a frontend’s preview', () => {
  it('has values of a query encoded, its path, too', () => {
    expect(fill('https://example.com/preview?at={path}&of={documentId}&type={contentType}')).toBe(
      'https://example.com/preview?at=%2F2022%2F%25E6%25B8%25AF.html&of=a%20b%26c&type=api%3A%3Apost.post'
    );
    expect(new URL(fill('https://example.com/?at={path}')).searchParams.get('at')).toBe(
      values.path
    );
  });

  it('has a path where it stands, and other values as one part of it', () => {
    expect(fill('https://example.com{path}?status={status}')).toBe(
      'https://example.com/2022/%E6%B8%AF.html?status=draft'
    );
    expect(fill('http://localhost:3000/{locale}/{documentId}#{path}')).toBe(
      'http://localhost:3000/zh-Hans/a%20b%26c#%2F2022%2F%25E6%25B8%25AF.html'
    );
  });

  it('tells its origin, and what it is made of', () => {
    const { origin, placeholders } = readTemplate('https://www.example.com:8443/x?l={locale}');
    expect([origin, placeholders]).toEqual(['https://www.example.com:8443', ['locale']]);
  });

  it.each([
    ['https://example.com/{slug}', /"\{slug\}"; known are \{path\}, \{documentId\}/u],
    ['https://example.com/{constructor}', /"\{constructor\}"/u],
    ['/preview?at={path}', /http:\/\/ or https:\/\//u],
    ['javascript:alert({documentId})', /http:\/\/ or https:\/\//u],
    ['https://{locale}.example.com/', /placeholder in its host/u],
    ['https://example.com{documentId}', /placeholder in its host/u],
    ['{path}', /http:\/\/ or https:\/\//u],
  ])('is refused as %s', (template, message) => {
    expect(() => readTemplate(template)).toThrow(message);
  });
});
