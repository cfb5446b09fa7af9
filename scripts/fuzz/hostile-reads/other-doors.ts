import { type HostileRead, post, rest, times } from './read';

const manyUrls = (count: number): string =>
  JSON.stringify({ urls: Array.from({ length: count }, (_, i) => `/a/2022/01/01/${i}.html`) });

/** The ways in beside the collections. */
export const OTHER_DOORS: readonly HostileRead[] = [
  rest('where a long address leads', `url=/${'a/'.repeat(3000)}`, '/api/permalinks/resolve'),
  rest('where nothing leads', 'url=', '/api/permalinks/resolve'),
  rest('where a list leads', 'url[]=/a&url[]=/b', '/api/permalinks/resolve'),
  rest('where an object leads', 'url[a]=/a', '/api/permalinks/resolve'),
  { name: 'where a NUL leads', path: '/api/permalinks/resolve?url=%00' },
  { name: 'where a doubly written NUL leads', path: '/api/permalinks/resolve?url=/a%2500b' },
  { name: 'where bytes lead that are no UTF-8', path: '/api/permalinks/resolve?url=/%25ff%25fe' },
  post('where thousands of addresses lead', '/api/permalinks/resolve', manyUrls(5000)),
  post('where one leads that is none', '/api/permalinks/resolve', '{"urls":[1,null,{"a":1}]}'),
  post('where a word leads', '/api/permalinks/resolve', '{"urls":"/a"}'),
  post('where half a surrogate pair leads', '/api/permalinks/resolve', '{"urls":["/\\ud800"]}'),
  post('where a NUL in a key leads', '/api/permalinks/resolve', '{"urls":["/a"],"a\\u0000":1}'),
  post(
    'where a thousand levels lead',
    '/api/permalinks/resolve',
    `{"urls":${'['.repeat(1000)}${']'.repeat(1000)}}`
  ),
  rest('all redirects', 'format=nginx', '/api/permalinks/redirects'),
  rest('redirects in a form that is none', 'format[]=x', '/api/permalinks/redirects'),
  rest('twins of none', '', '/api/source-links/twins/x'),
  rest(
    'twins, populated without end',
    `populate=categories.${times(40, () => 'parent', '.')}`,
    '/api/source-links/twins/x'
  ),
  rest(
    'categories by a filter without end',
    times(40, (i) => `filters[$and][${i}][parent][name]=x`),
    '/api/categories'
  ),
  rest('tags, sorted by nothing that there is', 'sort=posts.title', '/api/tags'),
  rest('files', 'filters[id]=x&sort=name', '/api/upload/files'),
  rest('accounts', 'filters[password][$startsWith]=$2a', '/api/users'),
  rest('the panel', '_q[]=a&filters[id]=x', '/content-manager/collection-types/api::post.post'),
  rest('the panel by a type that is none', '', '/content-manager/collection-types/__proto__'),
  post(
    'a log-in by an object',
    '/api/auth/local',
    '{"identifier":{"$ne":null},"password":{"$ne":null}}'
  ),
  post('a log-in by a NUL', '/api/auth/local', '{"identifier":"a\\u0000","password":"b"}'),
  post(
    'a log-in of a megabyte',
    '/api/auth/local',
    JSON.stringify({ identifier: 'a'.repeat(900_000), password: 'b' })
  ),
  post(
    'a log-in to the panel by an object',
    '/admin/login',
    '{"email":{"$ne":null},"password":[]}'
  ),
  post('a write', '/api/posts', '{"data":{"title":"a"}}'),
  post(
    'a write of a thousand levels',
    '/api/posts',
    `{"data":{"frontMatter":${'['.repeat(1000)}${']'.repeat(1000)}}}`
  ),
  post(
    'a write of five thousand levels',
    '/api/posts',
    `{"data":{"frontMatter":${'['.repeat(5000)}${']'.repeat(5000)}}}`
  ),
  post('a write of JSON that is none', '/api/posts', '{"data":'),
  post('a write as text', '/api/posts', 'title=a', 'text/plain'),
  post('a write of a type that is none', '/api/posts', '<a/>', 'a/b; charset=x'),
  post(
    'a form without its end',
    '/api/upload',
    '--x\r\ncontent-disposition: form-data; name="files"',
    'multipart/form-data; boundary=x'
  ),
  post(
    'a form of odd data',
    '/api/upload',
    '--x\r\ncontent-disposition: form-data; name="fileInfo"\r\n\r\n{"name":"a\\u0000"}\r\n--x--\r\n',
    'multipart/form-data; boundary=x'
  ),
  { name: 'a path of dots', path: '/api/../../etc/passwd' },
  { name: 'a path of slashes', path: `/api${'/'.repeat(5000)}posts` },
  { name: 'a path that is no UTF-8', path: '/%c0%ae%c0%ae/' },
  { name: 'a file that is none', path: '/uploads/%2e%2e/%2e%2e/package.json' },
  {
    name: 'a method of another kind',
    path: '/api/posts',
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'DELETE' },
  },
  {
    name: 'an answer in another shape',
    path: '/api/posts?populate=*',
    headers: { 'strapi-response-format': 'v4', 'strapi-encode-source-maps': 'true' },
  },
  {
    name: 'a token that is none',
    path: '/api/posts',
    headers: { authorization: `Bearer ${'a.'.repeat(3000)}` },
  },
];
