import { compare, satisfies, valid } from 'semver';

/** As much of a `package.json` as releases are about. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The version that a tag names, as `v1.2.3` does; null where it names none. */
const versionOfTag = (tag: string): string | null =>
  tag.startsWith('v') && valid(tag.slice(1)) === tag.slice(1) ? tag.slice(1) : null;

/** The latest version that any of the tags names; null where none does. */
export const latestTagged = (tags: readonly string[]): string | null =>
  tags
    .map(versionOfTag)
    .filter((version) => version !== null)
    .toSorted(compare)
    .at(-1) ?? null;

/** The ranges in which a package asks for others. */
const rangesOf = ({ dependencies, peerDependencies }: Manifest): readonly [string, string][] =>
  Object.entries({ ...dependencies, ...peerDependencies });

/**
 * Says what is wrong with the versions of a release.
 *
 * @param manifests the application's, which says what version the release has, and those of its packages
 * @param latest the version of the last release; null before the first
 */
export const faultsOfVersions = (
  [application, ...packages]: readonly [Manifest, ...Manifest[]],
  latest: string | null
): readonly string[] => {
  const { version } = application;
  // "v1.2.3" and "1.2" are taken by some tools and not by others.
  if (valid(version) !== version)
    return [`"${version}" is no semantic version as npm takes it: write 1.2.3 or 1.2.3-rc.1.`];
  const others = packages.flatMap((one) =>
    one.version === version ? [] : [`${one.name} has version ${one.version}, not ${version}.`]
  );
  const own = new Set(packages.map(({ name }) => name));
  const ranges = packages.flatMap((one) =>
    rangesOf(one).flatMap(([name, range]) =>
      own.has(name) && !satisfies(version, range)
        ? [`${one.name} asks for ${name} ${range}, which ${version} is not.`]
        : []
    )
  );
  const isLater = latest === null || compare(version, latest) > 0;
  return [
    ...(isLater
      ? []
      : [`Version ${version} is not later than ${latest}, the last that is tagged.`]),
    ...others,
    ...ranges,
  ];
};
