import type { Settings } from '../../config/settings';
import { DIALECTS } from '../../core/dialects/list';
import { partOfKey } from '../../core/fit/map-post';
import { type Issue, issueOf } from '../../core/issue';
import type { FittedFile } from '../../reading/fit-file';

/** So many keys are counted; an archive that has more has made them up. */
const MOST = 500;

/** So many are named, those that most files have. */
const NAMED = 12;

/** Counts what no attribute takes of the files of an archive. */
export interface NotKeptCounter {
  see(files: readonly FittedFile[]): void;
  /** What is to be said of the archive once it is read. Codes: KEYS_NOT_KEPT, TERMS_NOT_KEPT. */
  issues(): readonly Issue[];
}

const count = (counts: Map<string, number>, name: string): void => {
  const before = counts.get(name);
  if (before !== undefined || counts.size < MOST) counts.set(name, (before ?? 0) + 1);
};

const named = (counts: ReadonlyMap<string, number>): string => {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const told = sorted.slice(0, NAMED).map(([name, files]) => `${name} (${files})`);
  const more = sorted.length > NAMED ? ` and ${sorted.length - NAMED} more` : '';
  return told.join(', ') + more;
};

/**
 * @param uid the content type that posts become
 * @param dialect the name of the archive's dialect, whose own keys are for its generator alone
 */
export const countNotKept = (
  uid: string,
  { attributes, categories, tags }: Settings,
  dialect: string
): NotKeptCounter => {
  const keys = new Map<string, number>();
  const kinds = new Map<string, number>();
  const own = DIALECTS.find(({ name }) => name === dialect)?.ownKeys;
  /** What is configured to go nowhere, somebody knows of. */
  const isMeant = (key: string): boolean => {
    const meant = new Map<string, unknown>(Object.entries(attributes));
    return meant.get('frontMatter') === false || meant.get(partOfKey(key) ?? '') === false;
  };
  return {
    see(files) {
      for (const file of files) {
        if (file.status !== 'ready' || file.notKept === undefined) continue;
        for (const key of file.notKept.keys) if (own?.has(key) !== true) count(keys, key);
        for (const kind of file.notKept.kinds) count(kinds, kind);
      }
    },
    issues() {
      for (const key of [...keys.keys()].filter(isMeant)) keys.delete(key);
      if (categories === false) kinds.delete('categories');
      if (tags === false) kinds.delete('tags');
      const issues: Issue[] = [];
      if (keys.size > 0) {
        const message = `${uid} has no attribute for these keys of the front matter, in so many files each: ${named(keys)}. They were left out. Name attributes in "keys" of the configuration or "mapping" of .broadsheet.yml, or an attribute of JSON for all others as "attributes.frontMatter"; false there says that none is wanted.`;
        issues.push(issueOf('KEYS_NOT_KEPT', { message }));
      }
      if (kinds.size > 0) {
        const [first = ''] = kinds.keys();
        const message = `${uid} has no relation for these, in so many files each: ${named(kinds)}. They were left out. Name a many-to-many relation as "${first}.attribute" in the configuration, or say "${first}: false" where none is wanted.`;
        issues.push(issueOf('TERMS_NOT_KEPT', { message }));
      }
      return issues;
    },
  };
};
