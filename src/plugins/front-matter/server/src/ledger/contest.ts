/** A document that has asked for an address which leads to another document. */
export interface Contest {
  /** In its canonical form. */
  readonly address: string;
  /** As the file has it. */
  readonly path: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  /** The name of the document that the address leads to; null where that is not known. */
  readonly holder: string | null;
  /** The slug that it has asked for in vain with its own address, until that is reported. */
  readonly slugAsked: string | null;
  /** Whether it has been reported. */
  readonly told: boolean;
}

export interface StoredContest extends Contest {
  readonly id: number;
  readonly addressKey: string;
  /** The document's name. */
  readonly asker: string;
  /** Whether visitors saw it when the address was last decided; null before that. */
  readonly isShown: boolean | null;
}

/** A document that asks for an address, and the one that has it. */
export type Rivals = Pick<StoredContest, 'id' | 'asker' | 'holder' | 'isShown'>;

/** An address that is to be decided. */
export type DueAddress = Pick<StoredContest, 'addressKey' | 'address' | 'path'>;
