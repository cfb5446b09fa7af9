import { type HostileRead, rest, times } from './read';

const tags = (count: number, operator = '$contains', value = 'm'): string =>
  times(count, (i) => `filters[$and][${i}][tags][name][${operator}]=${value}`);

/** Filters that make a database do too much. */
export const HEAVY_FILTERS: readonly HostileRead[] = [
  rest('eight filters by one relation', tags(8)),
  rest('ten filters by one relation', tags(10)),
  rest('five filters by one relation', tags(5)),
  rest('five filters by one relation, each of which fits', tags(5, '$notNull', 'true')),
  rest('twenty filters by one relation', tags(20)),
  rest('a hundred filters by one relation', tags(100)),
  rest(
    'five filters by a relation, one of which has to fit',
    times(5, (i) => `filters[$or][${i}][tags][name][$eq]=m${i}`)
  ),
  rest(
    'filters by a relation that must not fit',
    times(5, (i) => `filters[$not][$and][${i}][tags][name][$eq]=m${i}`)
  ),
  rest('filters by two relations', 'filters[tags][slug][$ne]=x&filters[categories][slug][$ne]=x'),
  rest(
    'filters by a relation of a relation',
    times(9, (i) => `filters[$and][${i}][categories][parent][name][$ne]=x${i}`)
  ),
  rest('a text that no body has', 'filters[body][$contains]=这里没有这样的话'),
  rest('the same, in any case', 'filters[body][$containsi]=zzzzzzzzzz'),
  rest(
    'three texts that no body has',
    times(3, (i) => `filters[$or][${i}][body][$containsi]=zzzz${i}`)
  ),
  rest(
    'six texts that no body has',
    times(6, (i) => `filters[$or][${i}][body][$containsi]=zzzz${i}`)
  ),
  rest(
    'fifty texts that no body has',
    times(50, (i) => `filters[$or][${i}][body][$containsi]=z${i}`)
  ),
  rest(
    'a list of texts',
    times(90, (i) => `filters[body][$contains][${i}]=z${i}`)
  ),
  rest('signs that a pattern would read', 'filters[body][$contains]=%25_%25_%25_%25_%25_%25a'),
  rest('a search', '_q=zzzzzzzz'),
  rest('a search for one sign', '_q=a'),
  rest('a search full of blanks', `_q=${'_'.repeat(100)}z`),
  rest('a search for a very long text', `_q=${'长'.repeat(1000)}`),
  rest('a filter by a very long text', `filters[body][$contains]=${'a'.repeat(8000)}`),
  rest(
    'a list of ids',
    times(100, (i) => `filters[id][$in][${i}]=${i}`)
  ),
  rest(
    'a list of ids too long for the parser',
    times(400, (i) => `filters[id][$in][${i}]=${i}`)
  ),
  rest(
    'a list of ids by repeated keys',
    times(600, (i) => `filters[id][$in]=${i}`)
  ),
  rest('groups in groups', `filters${'[$and][0]'.repeat(9)}[title][$eq]=a`),
  rest('groups in groups without end', `filters${'[$or][0]'.repeat(60)}[title][$eq]=a`),
  rest('not, not, not', `filters${'[$not]'.repeat(18)}[title][$eq]=a`),
  rest('an attribute not, not, not', `filters[title]${'[$not]'.repeat(17)}[$eq]=a`),
  rest(
    'two hundred comparisons',
    times(200, (i) => `filters[$or][${i}][title]=${i}`)
  ),
  rest('an address of sixteen kilobytes', `filters[title]=${'a'.repeat(15_500)}`),
];

/** Filters whose values are none. */
export const ODD_FILTERS: readonly HostileRead[] = [
  rest('an id that is a word', 'filters[id]=x'),
  rest('an id that is nothing', 'filters[id]='),
  rest('an id that is a list of words', 'filters[id][$in][]=x&filters[id][$in][]=y'),
  rest('an id that is too large', 'filters[id]=99999999999999999999'),
  rest('an id beyond an integer', 'filters[id][$gt]=2147483648'),
  rest('an id that is a fraction', 'filters[id]=1.5'),
  rest('an id that holds a text', 'filters[id][$contains]=1'),
  rest('an id that holds a text in any case', 'filters[id][$startsWithi]=1'),
  rest('an id of one value that is between', 'filters[id][$between]=1'),
  rest('one value that is between', 'filters[id][$between][0]=1'),
  rest(
    'three values that are between',
    'filters[id][$between]=1&filters[id][$between]=2&filters[id][$between]=3'
  ),
  rest('a date that holds a text', 'filters[date][$contains]=20'),
  rest('a date that starts with a text', 'filters[date][$startsWith]=2022'),
  rest('a date that is a word', 'filters[date][$gt]=soon'),
  rest('a date that is nothing', 'filters[date]='),
  rest('the year -1', 'filters[date][$gt]=-000001-01-01T00:00:00Z'),
  { name: 'the year 20000', path: '/api/posts?filters[date][$gt]=%2B020000-01-01T00:00:00Z' },
  rest('a year 20000 without its sign', 'filters[date][$gt]=20000-01-01T00:00:00Z'),
  rest('the year 0', 'filters[date][$lt]=0000-01-01T00:00:00Z'),
  rest('the thirteenth month', 'filters[date]=2022-13-45'),
  rest('milliseconds beyond all years', 'filters[date][$gt]=99999999999999999'),
  rest('an object that is compared', 'filters[title][a][b]=c'),
  rest('an operator that is none', 'filters[title][$sounds]=a'),
  rest('an operator of the server', 'filters[frontMatter][$jsonSupersetOf]={}'),
  rest('JSON that is compared', 'filters[frontMatter]=a'),
  rest('JSON that holds a text', 'filters[frontMatter][$contains]=a'),
  rest('an operator without an attribute', 'filters[$contains]=a'),
  rest('a group that is no list', 'filters[$and][title]=a'),
  rest('a group that is a word', 'filters[$or]=a'),
  rest('filters that are a word', 'filters=a'),
  rest('filters that are a list of words', 'filters[]=a'),
  rest('a relation by a word', 'filters[categories]=x'),
  rest('a relation by two ways', 'filters[categories][$eq]=1&filters[categories][name]=x'),
  rest('a relation by an operator of texts', 'filters[categories][$contains]=x'),
  rest('a relation that is not', 'filters[categories][$not][name]=x'),
  rest('null that is a word', 'filters[title][$null]=perhaps'),
  rest('null that is a list', 'filters[title][$null][]=1'),
  rest('an attribute that is none', 'filters[nothing]=1'),
  rest('an attribute of everybody', 'filters[__proto__][x]=1'),
  rest('an attribute of every object', 'filters[constructor][prototype][x]=1'),
  rest('a method of every object', 'filters[hasOwnProperty]=1'),
  rest('what is private', 'filters[createdBy][password][$startsWith]=$2'),
  rest('a search that is a list', '_q[]=a'),
  rest('a search that is an object', '_q[a]=b'),
  rest('a search that is given twice', '_q=a&_q=b'),
  { name: 'a NUL in a value', path: '/api/posts?filters[title]=a%00b' },
  { name: 'a NUL in a key', path: '/api/posts?filters[a%00]=b' },
  { name: 'half a surrogate pair', path: '/api/posts?filters[title]=%ED%A0%80' },
  { name: 'bytes that are no UTF-8', path: '/api/posts?filters[title]=%ff%fe&_q=%c3' },
];
