/** Why a file cannot be uploaded. */
export type UploadFault = 'kind' | 'empty' | 'large';

const KINDS = /\.(?:zip|tgz|tar\.gz)$/iu;

/** What a browser's dialog for files offers. */
export const ACCEPTED = '.zip,.tgz,.gz';

/**
 * What is wrong with a file before it is sent; null for nothing.
 *
 * @param most how long it may be, in bytes
 */
export const uploadFault = (
  { name, size }: Pick<File, 'name' | 'size'>,
  most: number
): UploadFault | null => {
  if (!KINDS.test(name)) return 'kind';
  if (size === 0) return 'empty';
  return size > most ? 'large' : null;
};
