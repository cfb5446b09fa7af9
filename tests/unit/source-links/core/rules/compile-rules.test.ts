import { ConfigurationError } from 'strapi-plugin-kit/config';
import { compileSourceRules } from '../../../../../src/plugins/source-links/server/src/core';
import { readConfig } from '../../../../../src/plugins/source-links/server/src/config';

const provider = {
  name: 'paper',
  hosts: ['paper.example'],
  code: 'P[0-9]+',
  address: 'http://{host}/{code}',
};
const keyOf = (config: unknown): string => {
  try {
    readConfig(config);
    return 'nothing';
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [key = ''] = error.keys;
    expect(error.message).toContain(`config/plugins: ${key} is `);
    return key.replace('"source-links".config.', '');
  }
};

describe('a configuration', () => {
  it('may be empty', () => {
    expect(keyOf({})).toBe('nothing');
    expect(compileSourceRules().providers).toEqual([]);
  });

  it.each([
    [{ providers: [provider] }],
    [{ contentTypes: { 'api::article.article': { code: 'ref', name: false } } }],
    [
      {
        providers: [
          { ...provider, hosts: ['*.paper.example'], canonicalHost: 'paper.example:8080' },
        ],
      },
    ],
  ])('may be %j', (config) => {
    expect(keyOf(config)).toBe('nothing');
  });

  it.each([
    ['providers', { providers: {} }],
    ['providers', { providers: [provider, provider] }],
    ['providers[0].name', { providers: [{ ...provider, name: 'The Paper' }] }],
    ['providers[0].hosts', { providers: [{ ...provider, hosts: [] }] }],
    [
      'providers[0].hosts[1]',
      { providers: [{ ...provider, hosts: ['a.example', 'http://b.example'] }] },
    ],
    ['providers[0].hosts', { providers: [{ ...provider, hosts: ['*'] }] }],
    [
      'providers[0].canonicalHost',
      { providers: [{ ...provider, canonicalHost: 'Paper Example' }] },
    ],
    ['providers[0].code', { providers: [{ ...provider, code: '[' }] }],
    ['providers[0].code', { providers: [{ ...provider, code: '(a+)+' }] }],
    ['providers[0].code', { providers: [{ ...provider, code: '(?=a)a' }] }],
    [
      'providers[0].code',
      { providers: [{ name: 'x', hosts: ['x.example'], address: 'http://{host}/{code}' }] },
    ],
    [
      'providers[1].address',
      { providers: [provider, { ...provider, name: 'b', address: 'ftp://{host}/{code}' }] },
    ],
    ['providers[0].address', { providers: [{ ...provider, address: 'http://{host}/' }] }],
    [
      'providers[0].address',
      { providers: [{ ...provider, address: 'http://{host}/{code}{part}' }] },
    ],
    ['providers[0].address', { providers: [{ ...provider, address: 'http://{host}/{code' }] }],
    [
      'providers[1].canonicalHost',
      { providers: [provider, { name: 'web', hosts: ['*'], canonicalHost: 'a.example' }] },
    ],
    [
      'canonicalHosts.web',
      { providers: [{ name: 'web', hosts: ['*'] }], canonicalHosts: { web: 'a.example' } },
    ],
    ['canonicalHosts.news', { canonicalHosts: { news: 'a.example' } }],
    ['canonicalHosts.news', { providers: [provider], canonicalHosts: { news: 'a.example' } }],
    [
      'canonicalHosts.paper',
      { providers: [provider], canonicalHosts: { paper: 'http://a.example/' } },
    ],
    ['trackingParameters[0]', { trackingParameters: ['a=b'] }],
    ['trailers.sourceLines[0]', { trailers: { sourceLines: ['<>'] } }],
    ['trailers.backLinks[0]', { trailers: { backLinks: ['[{label}]'] } }],
    ['trailers.backLinks[0]', { trailers: { backLinks: ['{label}{href}'] } }],
    ['trailers.backLinks[0]', { trailers: { backLinks: ['{label}: <{href}>'] } }],
    ['trailers.separators[0]', { trailers: { separators: ['-'.repeat(17)] } }],
    ['trailers.loneLinks', { trailers: { loneLinks: 'all' } }],
    ['trailers.compose.sourceLine', { trailers: { compose: { sourceLine: '来源' } } }],
    ['trailers.compose.backLink', { trailers: { compose: { backLink: '{label}{href}' } } }],
    ['trailers.compose.joint', { trailers: { compose: { joint: ' ' } } }],
    ['trailers.compose.category.href', { trailers: { compose: { category: { href: '/' } } } }],
    ['trailers.compose.home', { trailers: { compose: { home: { label: '首页' } } } }],
    ['names[0]', { names: ['（来源）'] }],
    ['contentTypes["api::post.post"].code', { contentTypes: { 'api::post.post': { code: 1 } } }],
  ])('is refused at %s', (key, config) => {
    expect(keyOf(config)).toBe(key);
  });

  it('is refused when it holds a key that nobody reads', () => {
    expect(() => readConfig({ provider: [] })).toThrow(
      '"source-links".config.provider is not known here. Did you mean "providers"?'
    );
  });
});
