import { setImmediate as nextTurn } from 'node:timers/promises';

import { type RenameCandidate, candidateFinder } from '../../core/plan/find-rename-candidates';
import {
  judge,
  type Renames,
  type Resemblance,
  decideRenames,
} from '../../core/plan/decide-renames';
import type { FittedFile } from '../../reading/fit-file';
import { inLocale } from '../../site/in-locale';
import type { Target } from '../../site/target';
import type { ImportJob } from '../job/import-job';
import type { ReadyFile } from '../plan/planned-file';
import { attributesOf, type GoneFile, telling } from './load-gone';
import { documentTexts, textOf } from './document-texts';

/** How many resemblances are remembered. Where there are more, files of one text come and go by the hundred. */
const MOST = 10_000;

/**
 * Compares new files of one locale, a batch at a time, with those that are gone.
 *
 * @param target the type in that locale
 * @param isRival tells of a file's path whether it has become a document already
 */
export const startComparison = (
  job: ImportJob,
  target: Target,
  gone: readonly GoneFile[],
  isRival: (path: string) => boolean
) => {
  const attributes = attributesOf(job);
  const { candidatesOf, isHidden } = candidateFinder(gone);
  const byKey = new Map(gone.map((each) => [each.key, each]));
  const texts = documentTexts(job, target);
  const found: Resemblance[] = [];
  /** Checksums of files that are gone, and of those that are there again. */
  const sums = new Set(gone.map(({ checksum }) => checksum));
  const moved = new Set<string>();

  const compareFile = (file: ReadyFile, candidates: readonly RenameCandidate<GoneFile>[]): void => {
    const own = textOf(file.post.values, attributes);
    for (const candidate of candidates) {
      const other = texts.of(candidate.gone.documentId);
      const judgement = judge(candidate, own, other);
      // Of a document that was deleted there is nothing to choose.
      if (judgement === null || (other === null && !judgement.isSure)) continue;
      found.push({
        file: file.key,
        gone: candidate.gone.key,
        path: candidate.gone.path,
        ...judgement,
      });
    }
  };
  return {
    async add(files: readonly FittedFile[]): Promise<void> {
      const compared: (readonly [ReadyFile, readonly RenameCandidate<GoneFile>[]])[] = [];
      for (const file of files) {
        if (file.status !== 'ready') continue;
        if (inLocale(job.planner.target, file.post.locale).locale !== target.locale) continue;
        if (sums.has(file.checksum) && !isRival(file.path)) {
          moved.add(file.checksum);
          continue;
        }
        const candidates = candidatesOf({
          path: file.path,
          title: telling(file.hashes[attributes.title]),
          body: telling(file.hashes[attributes.body]),
        });
        if (candidates.length > 0) compared.push([file, candidates]);
      }
      await texts.load(
        compared.flatMap(([, candidates]) =>
          candidates.map((candidate) => candidate.gone.documentId)
        )
      );
      for (const [file, candidates] of compared) {
        compareFile(file, candidates);
        await nextTurn();
      }
    },
    isTooMuch: () => found.length > MOST,
    decide(): Renames {
      return decideRenames(
        found.flatMap((each) => {
          const other = byKey.get(each.gone);
          if (other === undefined || moved.has(other.checksum)) return [];
          return [{ ...each, isSure: each.isSure && !isHidden(other) }];
        })
      );
    },
  };
};
