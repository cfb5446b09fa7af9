/** As much of a file of the media library as is looked at here. */
export interface MediaFile {
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly alternativeText?: string | null;
}
