import type { SiteDocument } from '../../../../../src/plugins/front-matter/server/src/core/document';
import type { StoredRecord } from '../../../../../src/plugins/front-matter/server/src/ledger/records/record';
import { restoredConflicts } from '../../../../../src/plugins/front-matter/server/src/rollback/plan/restored-conflicts';
import type { Step } from '../../../../../src/plugins/front-matter/server/src/rollback/plan/steps';

const documentOf = (title: string): SiteDocument => ({
  documentId: 'document',
  main: {
    ...{ id: 1, createdAt: '', updatedAt: '', publishedAt: null },
    values: { title, body: 'editor' },
    terms: {},
  },
  published: null,
});

const record = (parts: Partial<StoredRecord>): StoredRecord => parts as StoredRecord;
const before = record({ status: 'conflict', conflicts: ['title', 'body'], conflictRun: 2 });

/** A run that took the archive's title, and left the body in conflict. */
const step = (parts: Partial<Step>): Step =>
  ({
    wasApplied: true,
    isApplied: false,
    recordBefore: before,
    imported: { title: { from: '"new', as: '"new' } },
    conflicts: ['body'],
    ...parts,
  }) as Step;

const OLD = { title: { from: '"old', as: '"old' } };
const NEW = { title: { from: '"new', as: '"new' } };

describe('restoredConflicts', () => {
  const partly = record({ status: 'conflict', conflicts: ['body'], conflictRun: 2 });

  it('gives back a conflict with the run that had found it, once its settling is undone', () => {
    expect(restoredConflicts([step({})], partly, OLD, documentOf('editor'))).toEqual({
      status: 'conflict',
      conflicts: ['body', 'title'],
      conflictRun: 2,
    });
  });

  it('takes it away again, once the settling is redone', () => {
    const redone = step({ wasApplied: false, isApplied: true, conflicts: [] });
    expect(restoredConflicts([redone], before, NEW, documentOf('new'))).toEqual({
      status: 'imported',
      conflicts: null,
      conflictRun: null,
    });
  });

  it('gives back none that a later run has settled as well, nor one that both sides agree about', () => {
    const imported = record({ status: 'imported' });
    const all = step({ conflicts: ['body'] });
    expect(restoredConflicts([all], imported, NEW, documentOf('editor'))).toMatchObject({
      status: 'imported',
    });
    expect(restoredConflicts([all], imported, OLD, documentOf('new'))).toMatchObject({
      status: 'imported',
    });
  });

  it('says nothing where no run had ended a conflict', () => {
    const other = step({ recordBefore: record({ status: 'imported' }), conflicts: undefined });
    expect(restoredConflicts([other], partly, OLD, documentOf('editor'))).toEqual({});
    expect(restoredConflicts([step({ isApplied: true })], partly, NEW, documentOf('new'))).toEqual(
      {}
    );
  });

  it('leaves a file that is gone as missing', () => {
    const missing = record({ status: 'missing' });
    expect(restoredConflicts([step({})], missing, OLD, documentOf('editor'))).toEqual({});
  });
});
