/** What a thread that moves a write-ahead log is started with. */
export interface LogSetup {
  readonly filename: string;
  /** A module of the app's, from which its own SQLite driver is found. */
  readonly app: string;
}

/** What `wal_checkpoint` answers, in pages. */
export interface Moved {
  /** How long the log is. */
  readonly log: number;
  /** How much of it is in the database's file. */
  readonly checkpointed: number;
}
