import { COMPETITORS, type Competitor } from '../servers/competitors';
import { type Growth, NAMES } from '../measures/growth';
import type { Figure, Figures } from '../measures/measure-request';
import type { Usage } from '../servers/usage';
import { cell, table } from './table';

type Requests = Readonly<Record<string, Figures>>;

/** Stands beside a rate that is the load generator's. */
const MARK = '*';

const tableOf = (title: string, requests: Requests, show: (figure: Figure) => string): string =>
  table(
    title,
    COMPETITORS,
    Object.entries(requests).map(([name, figures]) => [
      name,
      ...COMPETITORS.map((competitor) => {
        const figure = figures[competitor];
        return figure === null ? cell(null) : show(figure);
      }),
    ])
  );

/** What was measured, as tables for people. */
export const reportRequests = (requests: Requests): string => {
  const rate = ({ perSecond, isGeneratorLimit }: Figure): string =>
    `${cell(perSecond)}${isGeneratorLimit ? MARK : ' '}`;
  const tables = [
    tableOf('answers a second', requests, rate),
    tableOf('median, ms', requests, ({ medianMs }) => cell(medianMs)),
    tableOf('99th percentile, ms', requests, ({ p99Ms }) => cell(p99Ms)),
  ];
  const isLimited = Object.values(requests).some((figures) =>
    COMPETITORS.some((competitor) => figures[competitor]?.isGeneratorLimit)
  );
  if (isLimited) {
    tables.push(`${MARK} the load generator was the limit: the server would have answered more.`);
  }
  return tables.join('\n\n');
};

export const reportMemory = async (competitors: readonly Competitor[]): Promise<string> => {
  const usages = await Promise.all(competitors.map(({ worker }) => worker.ask<Usage>('usage')));
  return table(
    'memory, MiB',
    competitors.map(({ name }) => name),
    [
      ['at rest', ...competitors.map(({ restRssMiB }) => cell(restRssMiB))],
      ['at its peak', ...usages.map(({ peakRssMiB }) => cell(peakRssMiB))],
    ]
  );
};

export const reportGrowth = ({ sizes, ...grown }: Growth): string =>
  table(
    'median, ms',
    [...sizes.map(String), 'ratio'],
    NAMES.map((name) => [name, ...grown[name].medianMs.map(cell), cell(grown[name].ratio)])
  );
