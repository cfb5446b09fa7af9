/** Receives the events of a document in their order, each with its offset in the text. */
export interface DocumentHandler {
  /** @param isPlain whether the type of the text is to be resolved: it has no quotes, or has a tag */
  scalar(text: string, isPlain: boolean, node: NodeProperties): void;
  alias(name: string, offset: number): void;
  startSequence(node: NodeProperties): void;
  startMapping(node: NodeProperties): void;
  /** The end of what was started last. */
  end(): void;
}

export interface NodeProperties {
  readonly offset: number;
  readonly anchor: string | null;
  readonly tag: string | null;
}
