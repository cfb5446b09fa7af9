/** Why a box is refused, by code and in English: what, which entry, what to do. `{…}` stands for a value. */
export const REFUSALS = {
  'not-archive': [
    'BOX_NOT_ARCHIVE',
    'The file is neither a zip nor a tar.gz. Pack the folder of the archive as one of these.',
  ],
  'not-tar': [
    'BOX_NOT_ARCHIVE',
    'The file is a gzip, and what is in it is no tar. Pack the folder of the archive as tar.gz or zip.',
  ],
  empty: ['BOX_EMPTY', 'The archive holds no files. Pack the folder of the site.'],
  'too-many': [
    'BOX_TOO_MANY',
    'The archive has more than the {most} files and folders that are unpacked; {name} is the first too many. Leave out what is no post, or split the archive.',
  ],
  'file-too-big': [
    'BOX_FILE_TOO_BIG',
    '{name} has more than the {most} bytes that a file may have. Leave it out, and pack the archive again.',
  ],
  'too-big': [
    'BOX_TOO_BIG',
    'The archive has more than the {most} bytes that are unpacked; the limit is passed in {name}. Leave out what is no post, or split the archive.',
  ],
  ratio: [
    'BOX_RATIO',
    'The archive becomes more than {most} times as long when it is unpacked, as no archive of texts and images does; the limit is passed in {name}. Remove what is in there, and pack the archive again.',
  ],
  'path-empty': [
    'BOX_PATH',
    '{name} is a name without characters. Rename or remove it, and pack the archive again.',
  ],
  'path-control': [
    'BOX_PATH',
    '{name} has a control character in its name. Rename or remove it, and pack the archive again.',
  ],
  'path-root': [
    'BOX_PATH',
    '{name} is not named from the root of the archive, but from that of a disk. Rename or remove it, and pack the archive again.',
  ],
  'path-out': [
    'BOX_PATH',
    '{name} leads out of the archive by "..". Rename or remove it, and pack the archive again.',
  ],
  'path-part': [
    'BOX_PATH',
    '{name} has a name of more than {most} bytes. Rename or remove it, and pack the archive again.',
  ],
  'path-long': [
    'BOX_PATH',
    '{name} has a path of more than {most} bytes. Rename or remove it, and pack the archive again.',
  ],
  'path-nameless': [
    'BOX_PATH',
    '{name} is a file without a name. Remove it, and pack the archive again.',
  ],
  'path-disk': [
    'BOX_PATH',
    '{name} is longer than names may be on this disk. Rename it, and pack the archive again.',
  ],
  'path-encoding': [
    'BOX_PATH',
    '{name} has a name that is not UTF-8. Rename it, or pack the archive as a zip.',
  ],
  link: [
    'BOX_LINK',
    '{name} is a link, and links are not unpacked. Put the file itself in its place, or remove it, and pack the archive again.',
  ],
  special: [
    'BOX_LINK',
    '{name} is neither a plain file nor a folder (a device, a pipe, a file with holes). Remove it, and pack the archive again.',
  ],
  encrypted: ['BOX_ENCRYPTED', '{name} is encrypted. Pack the archive again without a password.'],
  packing: [
    'BOX_BROKEN',
    '{name} is compressed by a method that cannot be read here. Pack the archive again as an ordinary zip ("Deflate"), or as tar.gz.',
  ],
  doubled: [
    'BOX_DOUBLED',
    '{name} is in the archive twice. Rename or remove one of the two, and pack the archive again.',
  ],
  'doubled-kind': [
    'BOX_DOUBLED',
    '{name} is in the archive as a file and as a folder. Rename or remove one of the two, and pack the archive again.',
  ],
  'doubled-disk': [
    'BOX_DOUBLED',
    '{name} has the name of another file or folder, as far as this disk can tell. Rename or remove one of the two, and pack the archive again.',
  ],
  'broken-zip': [
    'BOX_BROKEN',
    'The zip is damaged or breaks off ({reason}). Pack the archive again, and upload it again.',
  ],
  'broken-tar': [
    'BOX_BROKEN',
    'The tar is damaged or breaks off ({reason}). Pack the archive again, and upload it again.',
  ],
  'broken-tar-from': [
    'BOX_BROKEN',
    'The tar, from {name} on, is damaged or breaks off ({reason}). Pack the archive again, and upload it again.',
  ],
  'broken-file': [
    'BOX_BROKEN',
    '{name} is damaged or breaks off ({reason}). Pack the archive again, and upload it again.',
  ],
  'zip-more': [
    'BOX_BROKEN',
    'The zip says that it has {count} entries, and has more. Pack the archive as tar.gz instead.',
  ],
  'tar-headers': [
    'BOX_BROKEN',
    'The tar has far more headers or zeros than files. Pack the archive again, and upload it again.',
  ],
  'tar-headers-from': [
    'BOX_BROKEN',
    'The tar, from {name} on, has far more headers or zeros than files. Pack the archive again, and upload it again.',
  ],
} as const;

/** Names one of the reasons. */
export type RefusalKey = keyof typeof REFUSALS;

/**
 * What kind of reason it is: the file is neither a zip nor a tar; it is damaged or breaks off; one of its
 * limits; a name that cannot be unpacked; something that is neither file nor folder; two of one name; a
 * password; nothing in it. Codes are permanent.
 */
export type BoxErrorCode = (typeof REFUSALS)[RefusalKey][0];

/** What stands in a reason for `{name}`, `{most}`, `{reason}` and `{count}`. */
export type RefusalValues = Readonly<Record<string, string | number>>;
