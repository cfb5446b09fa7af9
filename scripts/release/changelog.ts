/** What a changelog says of one heading of its second level; null where it has no such heading. */
export const sectionOf = (changelog: string, heading: string): string | null => {
  const lines = changelog.split('\n');
  // After the version there may be a date.
  const start = lines.findIndex(
    (line) => line === `## ${heading}` || line.startsWith(`## ${heading} `)
  );
  if (start === -1) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return (end === -1 ? rest : rest.slice(0, end)).join('\n').trim();
};

/** Says what is wrong with the changelog of a release. */
export const faultsOfChangelog = (changelog: string, version: string): readonly string[] => {
  const section = sectionOf(changelog, version);
  const left = sectionOf(changelog, 'Unreleased');
  return [
    ...(section === null ? [`CHANGELOG.md has no section "## ${version}".`] : []),
    ...(section === '' ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(left ? ['CHANGELOG.md has lines under "Unreleased": they belong to this release.'] : []),
  ];
};
