import fc from 'fast-check';
import { faultsOfChangelog, sectionOf } from '../../../scripts/release/changelog';
import { faultsOfVersions, latestTagged, type Manifest } from '../../../scripts/release/versions';

const application = (version: string): Manifest => ({ name: 'broadsheet', version });

const bundle = (version: string, others: Partial<Manifest> = {}): [Manifest, ...Manifest[]] => [
  application(version),
  { name: 'strapi-plugin-kit', version },
  {
    name: 'strapi-plugin-a',
    version,
    dependencies: { 'strapi-plugin-kit': `^${version}`, zod: '^4.0.0' },
    ...others,
  },
];

describe('the version of a release', () => {
  it.each([
    ['1.0.0', null],
    ['1.0.0', '0.9.9'],
    ['1.10.0', '1.9.0'],
    ['1.0.0', '1.0.0-rc.2'],
    ['1.0.0-rc.10', '1.0.0-rc.9'],
  ])('may be %s after %s', (version, latest) => {
    expect(faultsOfVersions(bundle(version), latest)).toEqual([]);
  });

  it.each([
    ['1.0.0', '1.0.0'],
    ['1.9.0', '1.10.0'],
    ['1.0.0-rc.1', '1.0.0'],
  ])('may not be %s after %s', (version, latest) => {
    expect(faultsOfVersions(bundle(version), latest)).toEqual([
      `Version ${version} is not later than ${latest}, the last that is tagged.`,
    ]);
  });

  it.each(['1.2', 'v1.2.3', '1.2.3.4', '01.2.3', '', ' 1.2.3', '1.2.3+build'])(
    'may not be "%s"',
    (version) => {
      expect(faultsOfVersions(bundle(version), null)).toEqual([
        `"${version}" is no semantic version as npm takes it: write 1.2.3 or 1.2.3-rc.1.`,
      ]);
    }
  );

  it('is that of each package', () => {
    expect(faultsOfVersions(bundle('1.1.0', { version: '1.0.0' }), '1.0.0')).toEqual([
      'strapi-plugin-a has version 1.0.0, not 1.1.0.',
    ]);
  });

  it('is what packages ask of each other, not of strangers', () => {
    const old = { 'strapi-plugin-kit': '^0.1.0', zod: '^4.0.0' };
    const fault = 'strapi-plugin-a asks for strapi-plugin-kit ^0.1.0, which 0.2.0 is not.';
    expect(faultsOfVersions(bundle('0.2.0', { dependencies: old }), null)).toEqual([fault]);
    const asPeer = { dependencies: {}, peerDependencies: old };
    expect(faultsOfVersions(bundle('0.2.0', asPeer), null)).toEqual([fault]);
  });
});

describe('the last release', () => {
  it('is the latest that a tag names, in any order of tags', () => {
    const tags = [
      'v0.9.0',
      'v0.10.0-rc.1',
      'v0.10.0',
      'v0.2.0',
      'nightly',
      'v1',
      '2.0.0',
      'x3.0.0',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(tags, { minLength: tags.length }), (shuffled) => {
        expect(latestTagged(shuffled)).toBe('0.10.0');
      })
    );
  });

  it('is none before the first', () => {
    expect(latestTagged([])).toBeNull();
    expect(latestTagged(['nightly'])).toBeNull();
  });
});

describe('the changelog of a release', () => {
  const changelog = [
    ...['# Changelog', '', '## Unreleased', ''],
    ...['## 1.1.0 (2 December 2026)', '', '- Posts have titles.', '  And texts.', ''],
    ...['## 1.1', '', '- Nothing.', '', '## 1.0.0', '', ''],
  ].join('\n');

  it('is what stands below its version', () => {
    expect(sectionOf(changelog, '1.1.0')).toBe('- Posts have titles.\n  And texts.');
    expect(sectionOf(changelog, '1.1')).toBe('- Nothing.');
    expect(sectionOf(changelog, '1.0')).toBeNull();
    expect(faultsOfChangelog(changelog, '1.1.0')).toEqual([]);
  });

  it('is missed', () => {
    expect(faultsOfChangelog(changelog, '1.2.0')).toEqual([
      'CHANGELOG.md has no section "## 1.2.0".',
    ]);
  });

  it('says something', () => {
    expect(faultsOfChangelog(changelog, '1.0.0')).toEqual(['CHANGELOG.md says nothing of 1.0.0.']);
  });

  it('leaves nothing unreleased', () => {
    const left = changelog.replace('## Unreleased\n', '## Unreleased\n\n- Posts have dates.\n');
    expect(faultsOfChangelog(left, '1.1.0')).toEqual([
      'CHANGELOG.md has lines under "Unreleased": they belong to this release.',
    ]);
  });
});
