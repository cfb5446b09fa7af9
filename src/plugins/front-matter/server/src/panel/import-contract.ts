/** `POST /archives/:key/import` */
export interface ImportRequest {
  /** Paths of the files to import alone; null for all. */
  readonly files: readonly string[] | null;
}
