import { readConfig } from '../../../../src/plugins/source-links/server/src/config';
import { compileSourceRules } from '../../../../src/plugins/source-links/server/src/core';
import { filtersOfProvider } from '../../../../src/plugins/source-links/server/src/panel/provider-filter';

const config = readConfig({
  contentTypes: { article: {} },
  providers: [
    { name: 'short', hosts: ['short.example'], code: 'N[0-9]+' },
    { name: 'long', hosts: ['long.example'], code: 'NW[0-9]+' },
    { name: 'digits', hosts: ['*.digits.example'], code: '(?<key>[0-9]+)' },
    { name: 'web', hosts: ['*'] },
  ],
});
const attributes = config.contentTypes['article'];
const filters = (name: string): string =>
  attributes === undefined
    ? ''
    : JSON.stringify(filtersOfProvider(name, attributes, compileSourceRules(config)));

describe('a filter by provider', () => {
  it('leaves codes to the provider that knows more of their letters', () => {
    expect(filters('short')).toContain('{"sourceCode":{"$startsWith":"N"}}');
    expect(filters('short')).toContain('{"$not":{"sourceCode":{"$startsWith":"NW"}}}');
    expect(filters('long')).not.toContain('$not');
  });

  it('knows codes without letters by their key and by what no other has', () => {
    expect(filters('digits')).toContain('{"sourceKey":{"$notNull":true}}');
    expect(filters('digits')).toContain('{"$not":{"sourceCode":{"$startsWith":"N"}}}');
  });

  it('compares hosts in any case', () => {
    expect(filters('short')).toContain('{"$startsWithi":"https://short.example/"}');
    expect(filters('digits')).toContain('{"$containsi":".digits.example/"}');
  });

  it('gives any other address to the provider of all hosts, and nothing to nobody', () => {
    expect(filters('web')).toMatch(/^\{"\$and":\[\{"sourceUrl":\{"\$notNull":true\}\},/);
    expect(filters('nobody')).toBe('null');
  });
});
