import type {
  SiteDocument,
  SiteRow,
} from '../../../../../src/plugins/front-matter/server/src/core/document';
import { hashValue } from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-value';
import {
  hashStatus,
  STATUS,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-post';
import type { StoredRecord } from '../../../../../src/plugins/front-matter/server/src/ledger/records/record';
import {
  planRestore,
  type CurrentValues,
} from '../../../../../src/plugins/front-matter/server/src/rollback/plan/plan-restore';
import type { Step } from '../../../../../src/plugins/front-matter/server/src/rollback/plan/steps';

const AT = '2022-03-03T00:00:00.000Z';

const row = (id: number, title: string): SiteRow => ({
  id,
  createdAt: AT,
  updatedAt: AT,
  publishedAt: id === 1 ? null : AT,
  values: { title },
  terms: {},
});

const documentOf = (draft: string, published: string | null = draft): SiteDocument => ({
  documentId: 'document',
  main: row(1, draft),
  published: published === null ? null : row(2, published),
});

const imported = (title: string, status: string = hashStatus(true)) => ({
  title: { from: hashValue(title), as: hashValue(title) },
  [STATUS]: { from: status, as: status },
});

/** What a run did that wrote a title over what another run had written. */
const step = (before: SiteDocument, was: string, title: string, parts: Partial<Step>): Step => ({
  run: 1,
  wasApplied: true,
  isApplied: true,
  before,
  recordBefore: { imported: imported(was), paths: [] } as unknown as StoredRecord,
  hashes: { title: hashValue(title) },
  written: { title },
  imported: { title: { from: hashValue(title), as: hashValue(title) } },
  paths: [],
  updatedAt: AT,
  scheduledAt: undefined,
  time: undefined,
  conflicts: undefined,
  ...parts,
});

const CURRENT: CurrentValues = { existing: (_, value) => value, all: (_, value) => value };

const plan = (steps: readonly Step[], document: SiteDocument) =>
  planRestore(steps, document, CURRENT);

describe('what is to be written to a document after a run was undone', () => {
  const undone = { isApplied: false };
  const first = step(documentOf('A'), 'A', 'B', undone);

  it('is what stood there before, in both rows', () => {
    expect(plan([first], documentOf('B'))).toMatchObject({
      main: { title: 'A' },
      published: { title: 'A' },
      status: null,
      left: [],
    });
  });

  it('is nothing where a later run that is applied has written the attribute, which is reported', () => {
    const second = step(documentOf('B'), 'B', 'C', {});
    expect(plan([first, second], documentOf('C'))).toMatchObject({
      main: {},
      published: {},
      left: ['title'],
    });
  });

  it("is nothing where an editor has changed the attribute since: it is the editor's", () => {
    const { main, published, left } = plan([first], documentOf("the editor's"));
    expect({ main, published, left }).toEqual({ main: {}, published: {}, left: ['title'] });
  });

  it('leaves a draft that an editor has begun, and restores what the public sees', () => {
    expect(plan([first], documentOf('a draft', 'B'))).toMatchObject({
      main: {},
      published: { title: 'A' },
      left: ['title'],
    });
  });

  it('is what the run wrote, where its rollback is undone', () => {
    const redone = step(documentOf('A'), 'A', 'B', { wasApplied: false });
    expect(plan([redone], documentOf('A'))).toMatchObject({
      main: { title: 'B' },
      published: { title: 'B' },
      left: [],
    });
  });

  it('publishes a document again that the run took from the public', () => {
    const hidden = hashStatus(false);
    const status = { from: hidden, as: hidden };
    const unpublished = step(documentOf('A'), 'A', 'A', {
      ...undone,
      hashes: { [STATUS]: hidden },
      written: {},
      imported: { [STATUS]: status },
    });
    expect(plan([unpublished], documentOf('A', null))).toMatchObject({
      main: {},
      status: 'publish',
      left: [],
    });
  });
});
