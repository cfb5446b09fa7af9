import type { Core } from '@strapi/strapi';

import type { Run } from '../ledger/runs';

/**
 * Tells the site's log of a run that begins or has ended: a sentence for people, and for who collects logs as JSON the
 * run's parts, as fields of the entry. A command's log has errors alone, since its output says all of it.
 */
export const logRun = ({ log }: Core.Strapi, run: Run): void => {
  const { number, kind, archive, startedBy, startedAt, finishedAt, status, counts } = run;
  const seconds =
    finishedAt === null ? null : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const parts = { run: number, kind, archive, startedBy, status, seconds, counts };
  const came = Object.entries(counts ?? {}).map(([name, count]) => `${count} ${name}`);
  const message = [
    `Run ${number} (${kind}${archive === null ? '' : ` of ${archive}`}) by ${startedBy}: ${status}`,
    ...(seconds === null ? [] : [`after ${seconds} s`]),
    ...(came.length === 0 ? [] : [came.join(', ')]),
    ...(run.message === null ? [] : [run.message]),
  ].join('; ');
  log[status === 'failed' ? 'warn' : 'info']({ message, event: 'front-matter.run', ...parts });
};
