import { markup, type Html } from '../core/previews/html';

/** What is looked at of a file of the media library. */
interface MediaFile {
  readonly name: string;
  readonly url: string;
  readonly mime?: string | null;
  readonly alternativeText?: string | null;
  readonly caption?: string | null;
}

const isFile = (value: unknown): value is MediaFile =>
  typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string';

const showFile = (file: MediaFile, server: string): Html => {
  const url = file.url.startsWith('/') ? `${server}${file.url}` : file.url;
  const { mime, caption } = file;
  const legend = caption ? markup`<figcaption>${caption}</figcaption>` : null;
  if (mime?.startsWith('image/') === true) {
    return markup`<figure><img src="${url}" alt="${file.alternativeText ?? ''}" />${legend}</figure>`;
  }
  if (mime?.startsWith('video/') === true) {
    return markup`<figure><video src="${url}" controls></video>${legend}</figure>`;
  }
  if (mime?.startsWith('audio/') === true) {
    return markup`<figure><audio src="${url}" controls></audio>${legend}</figure>`;
  }
  return markup`<p><a href="${url}" target="_blank" rel="noopener noreferrer">${file.name}</a></p>`;
};

/**
 * The files of an attribute.
 *
 * @param server the path under which the server is, or its address; empty for the root of its host
 */
export const showMedia = (value: unknown, server: string): readonly Html[] =>
  [value].flat().flatMap((file) => (isFile(file) ? [showFile(file, server)] : []));
