import { type HostileRead, rest, times } from './read';

const parents = (levels: number): string => Array(levels).fill('parent').join('.');

/** Lists that are sorted, paged and populated beyond all measure. */
export const ODD_LISTS: readonly HostileRead[] = [
  ...[
    'id',
    'documentId',
    'title',
    'slug',
    'date',
    'body',
    'excerpt',
    'sourceCode',
    'frontMatter',
  ].map((name) => rest(`sorted by ${name}`, `sort=${name}:desc`)),
  rest('sorted by everything', 'sort=title,slug,date,body,excerpt,sourceCode,sourceName,id'),
  rest('sorted by the name of tags', 'sort=tags.name'),
  rest('sorted by tags and categories', 'sort=tags.name,categories.name'),
  rest(
    'sorted by many relations',
    'sort=tags.name,tags.slug,tags.id,categories.name,categories.id'
  ),
  rest('sorted by an object', 'sort[tags][name]=asc&sort[categories][parent][parent][name]=desc'),
  rest('sorted without end', `sort=${times(300, () => 'title', ',')}`),
  rest('sorted by a path without end', `sort=categories.${parents(100)}.name`),
  rest('sorted by what every object has', 'sort=__proto__.x,constructor.prototype'),
  rest('sorted by nothing', 'sort=,,,&sort=:'),
  rest('sorted in an order that is none', 'sort=title:sideways'),
  rest('sorted by status', 'sort=status'),
  rest(
    'sorted and filtered by tags',
    `sort=tags.name&${times(5, (i) => `filters[$and][${i}][tags][id][$gt]=0`)}`
  ),
  rest('all fields', 'fields=*'),
  rest(
    'fields over and over',
    times(200, () => 'fields=title')
  ),
  rest('fields that are none', 'fields[]=nothing&fields[][a]=b'),
  rest('fields that are an object', 'fields[a]=b'),
  rest('populated with all', 'populate=*&pagination[pageSize]=100'),
  rest(
    'populated with all, twice over',
    'populate[categories][populate]=*&populate[tags][populate]=*'
  ),
  rest('populated without end', `populate=categories.${parents(50)}`),
  rest(
    'populated by an object without end',
    `populate[categories]${'[populate][parent]'.repeat(9)}=true`
  ),
  rest(
    'populated with a list without end',
    times(99, (i) => `populate[${i}]=categories.${parents((i % 3) + 1)}`)
  ),
  rest(
    'populated with filters',
    times(8, (i) => `populate[tags][filters][$and][${i}][name][$contains]=m`)
  ),
  rest(
    'populated and sorted by a relation',
    'populate[categories][sort]=parent.parent.parent.name'
  ),
  rest('populated with a fragment', 'populate[categories][on][api::tag.tag][fields]=name'),
  rest('populated with what is odd', 'populate[categories]=1&populate[tags][filters][id]=x'),
  rest('populated with a list of lists', 'populate[][][]=x'),
  rest('populated with what every object has', 'populate=__proto__,constructor'),
  rest('populated with what is private', 'populate=createdBy,updatedBy,localizations'),
  rest('a page of a thousand million', 'pagination[pageSize]=1000000000'),
  rest('page 1e18', 'pagination[page]=1000000000000000000'),
  rest('page 1e30', 'pagination[page]=1e30'),
  rest('the last page', 'pagination[page]=800&pagination[pageSize]=25'),
  rest('a page that is none', 'pagination[page]=-1&pagination[pageSize]=0'),
  rest('a page that is not a number', 'pagination[page]=NaN&pagination[pageSize]=Infinity'),
  rest('a page that is a list', 'pagination[page][]=1'),
  rest('pages of both kinds', 'pagination[page]=1&pagination[start]=0'),
  rest('a limit of all', 'pagination[limit]=-1'),
  rest('a start beyond all numbers', 'pagination[start]=9223372036854775808&pagination[limit]=1'),
  rest('pagination that is a word', 'pagination=all'),
  rest('counted and not', 'pagination[withCount]=perhaps'),
  rest('a locale that is none', 'locale=xx-none'),
  rest('a locale that is a list', 'locale[]=en&locale[]=de'),
  rest('a locale that is an object', 'locale[$ne]=en'),
  rest('a status that is none', 'status=gone'),
  rest('a status that is an object', 'status[$ne]=published'),
  rest('a filter of publication that is none', 'publicationFilter=all&hasPublishedVersion=maybe'),
  rest('a publication filter', 'publicationFilter=modified'),
  rest(
    'a thousand parameters',
    times(1000, (i) => `a${i}=1`)
  ),
  rest('a parameter of many levels', `a${'[b]'.repeat(500)}=1`),
  rest('parameters of every object', '__proto__[filters][id]=1&constructor[prototype][a]=b'),
  rest('posts of one id that is none', '', '/api/posts/%20'),
  rest('one post, populated without end', `populate=categories.${parents(30)}`, '/api/posts/x'),
  { name: 'one post by a name that is no UTF-8', path: '/api/posts/%ff' },
  { name: 'one post by a very long name', path: `/api/posts/${'a'.repeat(10_000)}` },
  { name: 'the head of a list', path: '/api/posts?sort=tags.name', method: 'HEAD' },
];
