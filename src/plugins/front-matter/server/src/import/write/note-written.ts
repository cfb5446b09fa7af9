import type { ChangedEntry } from '../../run/announcing/events';
import type { Creation, Revising } from '../plan/planned-file';
import { changesDocument } from '../plan/planned-files';
import type { Writer } from './writer';

const actionOf = ({ revision: { status } }: Revising): ChangedEntry['action'] => {
  if (status === 'publish') return 'published';
  return status === 'unpublish' ? 'unpublished' : 'updated';
};

/** Notes which documents a batch has written, for those who want to be told. */
export const noteWritten = (
  { announcements }: Writer,
  creations: readonly Creation[],
  revisions: readonly Revising[]
): void => {
  for (const { file, documentId } of creations) {
    const { locale } = file.post;
    announcements.note({ action: 'created', documentId, locale, path: file.path });
  }
  for (const planned of revisions.filter(changesDocument)) {
    const { file, document } = planned;
    const { documentId } = document;
    const { locale } = file.post;
    announcements.note({ action: actionOf(planned), documentId, locale, path: file.path });
  }
};
