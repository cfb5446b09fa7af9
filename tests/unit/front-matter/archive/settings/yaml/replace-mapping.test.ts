import fc from 'fast-check';
import { mappedKeys } from '../../../../../../src/plugins/front-matter/server/src/archive/settings/mapped-keys';
import { openArchive } from '../../../../../../src/plugins/front-matter/server/src/archive/open-archive';
import { parseSettings } from '../../../../../../src/plugins/front-matter/server/src/archive/settings/settings';
import { replaceMapping } from '../../../../../../src/plugins/front-matter/server/src/archive/settings/yaml/replace-mapping';
import type { MappedKey } from '../../../../../../src/plugins/front-matter/server/src/core/keys/mapped-key';
import { makeFolder } from '../../make-folder';

const SUBTITLE: readonly MappedKey[] = [{ key: 'subtitle', to: 'excerpt' }];

const replaced = (text: string, mapping: readonly MappedKey[] = SUBTITLE): string =>
  replaceMapping(text, mapping, '.broadsheet.yml');

describe('a mapping that takes the place of an archive’s own', () => {
  it('leaves everything else as it is written, comments included', () => {
    const own = `# of the harbour
posts: [ old_post ] # further folders
# what becomes of what
mapping:
  kicker: excerpt # the line above
# wall clocks
dates: local

locales: { en: en }
`;
    expect(replaced(own)).toBe(`# of the harbour
posts: [ old_post ] # further folders
# what becomes of what
mapping:
  subtitle: excerpt
# wall clocks
dates: local

locales: { en: en }
`);
  });

  it.each([
    ['', 'mapping:\n  subtitle: excerpt\n'],
    ['# nothing\n', '# nothing\n\nmapping:\n  subtitle: excerpt\n'],
    ['---\n', '---\nmapping:\n  subtitle: excerpt\n'],
    ['~\n', 'mapping:\n  subtitle: excerpt\n'],
    ['{ dates: local, mapping: { a: b } }\n', '{ dates: local, mapping: { subtitle: excerpt } }\n'],
    ['\ufeffdates: local\rposts: a', 'dates: local\nposts: a\nmapping:\n  subtitle: excerpt\n'],
  ])('is put into %j', (own, result) => {
    expect(replaced(own)).toBe(result);
  });

  it('may be empty, and may name relations', () => {
    expect(replaced('mapping: { a: b }\n', [])).toBe('mapping: {}\n');
    const author = { key: 'author', to: { relation: 'author', by: 'name' } };
    expect(replaced('', [author])).toBe('mapping:\n  author: { relation: author, by: name }\n');
  });

  it('has what is chosen once it is read, and the settings are otherwise the same', () => {
    const own =
      'posts: [a, "no"]\ntimezone: Asia/Shanghai\nlocales: { no: nb }\ntranslations: "on"\n';
    const name = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
        fc.constantFrom(
          ...['on', 'true', 'null', '~', '1.10', '- a', '? x', 'a: b', '# c', '2022-01-01']
        ),
        fc.constantFrom(
          ...['yes', '*a', '&a', '!t', '"q"', "'", '{', '[', '0x1F', '.inf', ' a ', '%']
        )
      )
      .filter(
        (key) => !['<<', '__proto__'].includes(key) && /^[\x20-\x7e\xa0-\ud7ff]*$/u.test(key)
      );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, name), { selector: ([key]) => key }), (pairs) => {
        const chosen = pairs.map(([key, to]) => ({ key, to }));
        const { mapping, ...rest } = parseSettings(replaced(own, chosen)).settings;
        const { mapping: none, ...before } = parseSettings(own).settings;
        expect(none).toEqual({});
        expect(rest).toEqual(before);
        expect(mapping).toEqual(Object.fromEntries(pairs));
        const kept = parseSettings(replaced('', chosen)).settings;
        expect(new Set(mappedKeys(kept).map(({ key }) => key))).toEqual(
          new Set(pairs.map(([key]) => key))
        );
      })
    );
  });

  it('is refused as in the file: a key twice, or one that no setting has', () => {
    expect(() => parseSettings(replaced('', [...SUBTITLE, ...SUBTITLE]))).toThrow(
      '.broadsheet.yml:3:3: it has the key "subtitle" twice'
    );
    expect(() => parseSettings(replaced('', [{ key: '__proto__', to: 'x' }]))).toThrow(
      'the key "__proto__"'
    );
  });

  it('leaves to the parser what holds no keys, and tells what is no YAML or repeats the mapping', () => {
    expect(() => parseSettings(replaced('- a\n'))).toThrow('holds no keys');
    expect(() => replaced('posts: [\n')).toThrow('is not YAML');
    expect(() => replaced('mapping: &names { en: en }\nlocales: *names\n')).toThrow(
      'repeats a part of "mapping" elsewhere'
    );
  });
});

describe('an archive that is opened with a mapping', () => {
  const OPTIONS = { dialect: 'auto', posts: [], timezone: 'UTC' };
  const folder = () =>
    makeFolder({
      '_posts/2022-03-03-a.md': '---\ntitle: A\n---\n',
      '.broadsheet.yml': 'dates: local\nmapping: { kicker: excerpt }\n',
    });

  it('has it in place of its own, and is read anew', async () => {
    const { root } = folder();
    const own = await openArchive(root, OPTIONS);
    const mapped = await openArchive(root, { ...OPTIONS, mapping: SUBTITLE });
    expect(own.settings).toMatchObject({ dates: 'local', mapping: { kicker: 'excerpt' } });
    expect(mapped.settings).toMatchObject({ dates: 'local', mapping: { subtitle: 'excerpt' } });
    expect(mapped.fingerprint).not.toBe(own.fingerprint);
    const alike = await openArchive(root, {
      ...OPTIONS,
      mapping: [{ key: 'kicker', to: 'excerpt' }],
    });
    expect(alike.fingerprint).toBe(own.fingerprint);
  });

  it('is refused for what is wrong in its own settings', async () => {
    const { root, write } = folder();
    write('.broadsheet.yml', 'dates: soon\n');
    await expect(openArchive(root, { ...OPTIONS, mapping: SUBTITLE })).rejects.toThrow(
      '.broadsheet.yml:1:8: "dates" is "soon"'
    );
  });
});
