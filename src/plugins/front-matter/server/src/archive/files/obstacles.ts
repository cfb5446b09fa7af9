import type { Refusal } from '../../core/entry';
import type { Obstacle } from './file-list';

/** Why a file is not read, by what keeps it from being opened. */
export const REFUSALS: Readonly<Record<Obstacle, Refusal>> = {
  stray: {
    code: 'LINK_OUT_OF_ARCHIVE',
    status: 'quarantined',
    message:
      'The file is a symbolic link that leads out of the archive or nowhere. Put the file itself there.',
  },
  special: {
    code: 'ARCHIVE_FILE_UNREADABLE',
    status: 'quarantined',
    message: 'This is a pipe, a socket or a device, not a file. Remove it.',
  },
  closed: {
    code: 'ARCHIVE_FILE_UNREADABLE',
    status: 'quarantined',
    message:
      'The folder could not be read, so what it holds is not counted. Check its permissions and import again.',
  },
  'not-text': {
    code: 'NAME_NOT_TEXT',
    status: 'quarantined',
    message:
      'The name of the file is not UTF-8; its bytes are shown as %XX. Rename it, or unpack the archive with the encoding it was packed in.',
  },
  ambiguous: {
    code: 'NAME_AMBIGUOUS',
    status: 'quarantined',
    message:
      'Another file has the same name, composed of other code points, which are shown as %XX. Rename one of the two.',
  },
};
