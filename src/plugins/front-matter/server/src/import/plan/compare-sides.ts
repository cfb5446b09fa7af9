import type { SiteDocument } from '../../core/document';
import { hashValue } from '../../core/plan/hash-value';
import { hashHeld, hashStatus, hashValues, STATUS } from '../../core/plan/hash-post';
import type { Sides } from '../../core/plan/merge-values';
import { termsName, termsOfPost } from '../../site/in-locale';
import type { Target } from '../../site/target';
import type { FoundByName } from './find-terms';
import type { ReadyFile } from './planned-file';

/**
 * Hashes of both sides of every attribute that a file has a value for.
 *
 * @param isHeld whether an editor has decided when the document is published
 */
export const compareSides = (
  target: Target,
  file: ReadyFile,
  document: SiteDocument,
  terms: FoundByName,
  isHeld: boolean
): Record<string, Sides> => {
  const nameOf = new Map(
    target.terms.map((each) => [each.attribute, termsName(termsOfPost(each, file.post))])
  );
  const site: Record<string, string> = {
    ...hashValues(document.main.values),
    ...hashValues(document.main.terms),
    // Where the file hides the post, an editor who has not published it wants nothing else.
    [STATUS]:
      isHeld && file.post.visibility.shown ? hashHeld() : hashStatus(document.published !== null),
  };
  const wantedTerms = (attribute: string): string | null => {
    const values = file.post.terms[attribute] ?? [];
    const known = terms.get(nameOf.get(attribute) ?? '');
    const ids = values.map((value) => known?.documents.get(value)?.documentId);
    return ids.every((id) => id !== undefined) ? hashValue(ids) : null;
  };
  return Object.fromEntries(
    Object.entries(file.hashes).map(([attribute, said]) => [
      attribute,
      {
        archive: said,
        wanted: attribute in file.post.terms ? wantedTerms(attribute) : said,
        site: site[attribute] ?? hashValue(null),
      },
    ])
  );
};
