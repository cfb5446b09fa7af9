import fc from 'fast-check';
import {
  fillTemplate,
  matchTemplate,
  parseTemplate,
} from '../../../../../src/plugins/source-links/server/src/core/rules/template';

describe('a template', () => {
  it.each([
    ['/news/{column},{code}.html', '/news/1,2.html', { column: '1', code: '2' }],
    ['a,{x},{y}', 'a,b,c', { x: 'b', y: 'c' }],
    ['[{label}]({href})', '[a](b](c))', { label: 'a', href: 'b](c)' }],
    ['<{url}>', '<>', { url: '' }],
    ['{name}', 'whole', { name: 'whole' }],
    ['plain', 'plain', {}],
  ])('%s fits %s', (template, text, values) => {
    const found = matchTemplate(parseTemplate(template), text);
    expect(found === null ? null : Object.fromEntries(found)).toEqual(values);
  });

  it.each([
    ['<{url}>', '<'],
    ['<{url}>', 'a>'],
    ['aa{x}aa', 'aaa'],
    ['{x},{y}', 'no comma'],
    ['({x})({y})', '(a)b(c)'],
    ['plain', 'plainer'],
  ])('%s does not fit %s', (template, text) => {
    expect(matchTemplate(parseTemplate(template), text)).toBeNull();
  });

  it('fits every text that it fills', () => {
    const word = fc.stringMatching(/^[a-z]{0,5}$/);
    fc.assert(
      fc.property(word, word, (x, y) => {
        const template = parseTemplate('1{x}2{y}3');
        const text = fillTemplate(template, { x, y });
        expect(text).toBe(`1${x}2${y}3`);
        const found = matchTemplate(template, text ?? '');
        expect(found === null ? null : Object.fromEntries(found)).toEqual({ x, y });
      })
    );
  });

  it('is not filled without every value', () => {
    expect(fillTemplate(parseTemplate('{x}-{y}'), { x: '1' })).toBeNull();
  });
});
