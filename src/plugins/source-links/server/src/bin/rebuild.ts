import type { Core } from '@strapi/strapi';
import { messageOfProblem } from '../core';
import { type ProblemRow, rebuildSources } from '../rebuild/rebuild-sources';
import type { Sources } from '../sources/sources';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, printLine } from 'strapi-plugin-kit/cli';
import { type Report, reportTo } from './report-file';

interface RebuildWords {
  readonly dryRun: boolean;
  readonly report: string | null;
}

/** Makes codes, URLs and keys again by the rules as they are now, and gives the exit code. */
export async function rebuild(words: RebuildWords): Promise<number> {
  const add = reportTo(words.report);
  return withApp('source-links', (strapi, signal) => rebuildIn(strapi, words.dryRun, add, signal));
}

async function rebuildIn(
  strapi: Core.Strapi,
  dryRun: boolean,
  add: Report,
  signal: AbortSignal
): Promise<number> {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  const onProblem = async (row: ProblemRow): Promise<void> => {
    const attributes = sources.attributesOf(row.contentType);
    const message = attributes === null ? '' : messageOfProblem(row.problem, attributes);
    await printLine(`${message} [${row.contentType} ${row.documentId} ${row.status}]`);
    await add({ ...row, message });
  };
  const started = Date.now();
  const counts = await rebuildSources(strapi, { dryRun, signal, onProblem });
  const seconds = (Date.now() - started) / 1000;
  const summary = { finished: !signal.aborted, dryRun, ...counts, seconds };
  await add(summary);
  await printLine(JSON.stringify(summary));
  if (signal.aborted) return EXIT.failed;
  return counts.problems === 0 ? EXIT.ok : EXIT.incomplete;
}
