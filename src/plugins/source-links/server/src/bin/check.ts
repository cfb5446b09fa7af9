import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Finding } from '../check/check-link';
import { type Counts, runCheck } from '../check/run-check';
import type { Link } from '../check/walk-links';
import type { Sources } from '../sources/sources';
import { withApp } from 'strapi-plugin-kit/app';
import { EXIT, printLine, say } from 'strapi-plugin-kit/cli';
import { type Report, reportTo } from './report-file';

interface CheckWords {
  readonly again: boolean;
  readonly report: string | null;
}

const clock = { now: () => Date.now(), sleep: (time: number) => sleep(time) };
const OFF =
  'Checking links is off. Set "check.enabled" to true in the configuration of source-links: it asks other people\'s servers for every link.';

/** Checks links and gives the exit code. Interrupted, it stops after the links in hand; the next call goes on. */
export async function check(words: CheckWords): Promise<number> {
  const add = reportTo(words.report);
  return withApp('source-links', (strapi, signal) => checkIn(strapi, words.again, add, signal));
}

async function checkIn(
  strapi: Core.Strapi,
  again: boolean,
  add: Report,
  signal: AbortSignal
): Promise<number> {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  if (!sources.config.check.enabled) {
    say(OFF);
    return EXIT.failed;
  }
  const onFinding = async (link: Link, finding: Finding): Promise<void> => {
    if (finding.outcome === 'ok') return;
    await printLine(lineOf(link, finding));
    await add({ ...link, ...finding });
  };
  const started = clock.now();
  const counts = await runCheck(strapi, { clock, again, signal, onFinding });
  const summary = { finished: !signal.aborted, ...counts, seconds: (clock.now() - started) / 1000 };
  await add(summary);
  await printLine(JSON.stringify(summary));
  if (signal.aborted) return EXIT.failed;
  return isWell(counts) ? EXIT.ok : EXIT.incomplete;
}

function lineOf({ contentType, documentId, link }: Link, finding: Finding): string {
  const why = finding.status ?? finding.reason ?? '';
  const to = finding.finalLink === null ? '' : ` -> ${finding.finalLink}`;
  return `${finding.outcome} (${why}) ${link}${to} [${contentType} ${documentId}]`;
}

function isWell({ checked, ok, moved }: Counts): boolean {
  return checked === ok + moved;
}
