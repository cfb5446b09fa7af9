/** What a thread that checkpoints a write-ahead log is started with. */
export interface CheckpointSetup {
  readonly filename: string;
  /** The file of the driver that the connection has: two copies of it would undo each other's locks. */
  readonly driver: string;
}

/** What `wal_checkpoint` answers, in pages. */
export interface CheckpointResult {
  /** How long the log is; below 0 where it could not be checkpointed. */
  readonly log: number;
  /** How much of it is in the database's file. */
  readonly checkpointed: number;
}
