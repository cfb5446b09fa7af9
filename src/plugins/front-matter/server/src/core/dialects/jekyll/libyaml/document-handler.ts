/** What a document is made of, told in its order. Offsets are where each begins in the text. */
export interface DocumentHandler {
  /** @param isPlain whether the text stands for what it reads as: without quotes, or with a tag */
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
