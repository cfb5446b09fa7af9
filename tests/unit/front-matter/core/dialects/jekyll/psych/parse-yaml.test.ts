import fc from 'fast-check';

import { parseYaml } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/psych/parse';
import { hashToJson } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/psych/to-json';
import { rubyInspect } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/psych/to-s';

const inspect = (yaml: string): string => {
  const reading = parseYaml(`---\n${yaml}\n`);
  return reading.ok ? rubyInspect(reading.value) : `problem: ${reading.problem.kind}`;
};

describe('reading YAML as Ruby does', () => {
  it.each([
    ['a: yes', '{"a"=>true}'],
    ['a: Off', '{"a"=>false}'],
    ['a: ~', '{"a"=>nil}'],
    ['a: y', '{"a"=>"y"}'],
    ['a: 0123', '{"a"=>83}'],
    ['a: 08', '{"a"=>"08"}'],
    ['a: 1,000', '{"a"=>1000}'],
    ['a: 12:30', '{"a"=>750.0}'],
    ['a: 1.', '{"a"=>"1."}'],
    ['a: 1e3', '{"a"=>"1e3"}'],
    ['a: :sym', '{"a"=>":sym"}'],
    ['a: 2022-02-17 08:35:15 +0800', '{"a"=>2022-02-17 08:35:15 +0800}'],
    ['a: 2022-13-45 08:35:15', '{"a"=>"2022-13-45 08:35:15"}'],
    ['yes: 1', '{true=>1}'],
    ['a: 1\na: 2', '{"a"=>2}'],
    ['b: 1\n<<: {b: 2, c: 3}', '{"b"=>1}'],
    ['a: !!str 5', '{"a"=>5}'],
    ['a: !ruby/object:Object {}', '{"a"=>{}}'],
    ['a: !anything 5', '{"a"=>5}'],
    ['a: "x"#y', '{"a"=>"x"}'],
    ['a: [x,\ny]', '{"a"=>["x", "y"]}'],
    ['a: "x\ny"', '{"a"=>"x y"}'],
    ['a: &n v\nb: *n', '{"a"=>"v", "b"=>"v"}'],
  ])('%j is %s', (yaml, expected) => {
    expect(inspect(yaml)).toBe(expected);
  });

  it.each([
    'a: b: c',
    'a: [快讯] x',
    'a: @x',
    'a: `x`',
    'a: %x',
    'a: *x',
    'a: "x" y',
    'a: "\\q"',
    'a:\n\t- b',
    'a: b\n\t\nc: d',
    'a: &nbsp; x',
    'a: 1._5',
    'a: }',
  ])('%j is none', (yaml) => {
    expect(inspect(yaml)).toMatch(/^problem: (?:syntax|value)$/);
  });

  it('makes nothing of a tag that names a class', () => {
    expect(inspect('a: !ruby/object:Object {b: 1}\nc: !ruby/regexp /x/')).toBe(
      '{"a"=>{"b"=>1}, "c"=>"/x/"}'
    );
  });

  it('stops where the first document ends, and says so', () => {
    const reading = parseYaml('---\n layout: post\ntitle: x\n');
    expect(reading).toMatchObject({ ok: true, isCut: true });
  });

  it('reads plain headers alike with the quick way and with the whole parser', () => {
    const char = fc.constantFrom(
      ...'aZ09 :#-\'"&*!|>%@`,[]{}?=~._/\\中文，：“\u00e9\u3000\u2028\t'.split('')
    );
    const value = fc.oneof(
      fc.string({ unit: char, maxLength: 12 }),
      fc.constantFrom(
        '2022-02-17 08:35:15 +0800',
        'yes',
        '0123',
        '"quoted"',
        "'single'",
        '1,000',
        ''
      )
    );
    const line = fc.tuple(fc.constantFrom('title', 'date', 'a-b', 'yes', 'null', 'x_1'), value);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const yaml = lines.map(([key, text]) => `${key}: ${text}`).join('\n');
        // A comment is beyond the quick way.
        expect(inspect(yaml)).toBe(inspect(`${yaml}\n# comment`));
      }),
      { numRuns: 5000 }
    );
  });

  const bomb = (levels: number): string =>
    Array.from(
      { length: levels },
      (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}, *l${i}]\n`
    ).join('');

  it.each([
    ['a value', `l0: &l0 x\n${bomb(30)}title: *l30\n`],
    ['a key', `l0: &l0 x\n${bomb(30)}? *l30\n: x\n`],
    ['a long text', `l0: &l0 "${'x'.repeat(10_000)}"\n${bomb(6)}`],
    ['a deep list', `l0: &l1 x\n${'l0: &l0 [*l1]\nl0: &l1 [*l0]\n'.repeat(300)}title: *l1\n`],
  ])('gives up where aliases repeat %s beyond every measure, and says where', (_, yaml) => {
    const reading = parseYaml(`---\n${yaml}`);
    expect(reading).toMatchObject({ ok: false, problem: { kind: 'too-complex' } });
    expect(reading.ok ? 0 : reading.problem.offset).toBeGreaterThan(0);
  });

  it('gives up on lists inside each other that have no end of ways through', () => {
    const outer = (i: number) => Array.from({ length: i }, (_, j) => `*a${j}, `).join('');
    const nested = Array.from({ length: 20 }, (_, i) => i).reduceRight(
      (inner, i) => `&a${i} [${outer(i)}${inner}]`,
      'x'
    );
    expect(inspect(`a: ${nested}\ntitle: *a19`)).toBe('problem: too-complex');
    expect(inspect(`categories: &c [x, ${'*c, '.repeat(3_000)}]`)).toBe('problem: too-complex');
  });

  it('follows aliases that anybody would write', () => {
    const reading = parseYaml('---\nnames: &names [a, b]\ntags: *names\nmore: [*names, *names]\n');
    if (!reading.ok || !(reading.value instanceof Map)) throw new Error('not read');
    expect(hashToJson(reading.value, () => 0)).toEqual({
      names: ['a', 'b'],
      tags: ['a', 'b'],
      more: [
        ['a', 'b'],
        ['a', 'b'],
      ],
    });
  });

  it('gives up on a number of more digits than any has', () => {
    expect(inspect(`a: ${'9'.repeat(2_000)}`)).toMatch(/^problem/);
    expect(inspect(`a: 0x${'f'.repeat(2_000)}`)).toMatch(/^problem/);
  });

  it.each([
    [
      'merges',
      `a: &a {${Array.from({ length: 900 }, (_, i) => `k${i}: 1`).join(', ')}}\n` +
        Array.from({ length: 900 }, (_, i) => `m${i}: {<<: *a}`).join('\n'),
    ],
    ['nested lists', `a: ${'['.repeat(20_000)}`],
    ['nested mappings', `a: ${'{a: '.repeat(5_000)}`],
  ])('gives up on %s without end', (_, yaml) => {
    expect(inspect(yaml)).toMatch(/^problem/);
  });

  it('writes a value inside itself as Ruby does', () => {
    const reading = parseYaml('---\na: &a [1, *a]\n');
    if (!reading.ok || !(reading.value instanceof Map)) throw new Error('not read');
    expect(hashToJson(reading.value, () => 0)).toEqual({ a: [1, '[...]'] });
  });

  it('keeps a key named like a prototype for a key', () => {
    const reading = parseYaml('---\n__proto__: {polluted: 1}\n');
    if (!reading.ok || !(reading.value instanceof Map)) throw new Error('not read');
    const json = hashToJson(reading.value, () => 0);
    expect(Object.keys(json)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
