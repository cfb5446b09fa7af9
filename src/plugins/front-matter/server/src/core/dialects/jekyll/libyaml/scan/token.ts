/** The tokens of libyaml's scanner. */
export type Token =
  | { readonly kind: Mark; readonly offset: number }
  | {
      readonly kind: 'scalar';
      readonly offset: number;
      readonly text: string;
      readonly isPlain: boolean;
    }
  | { readonly kind: 'anchor' | 'alias'; readonly offset: number; readonly name: string }
  | {
      readonly kind: 'tag';
      readonly offset: number;
      readonly handle: string;
      readonly suffix: string;
    }
  | { readonly kind: 'version-directive'; readonly offset: number; readonly version: string }
  | {
      readonly kind: 'tag-directive';
      readonly offset: number;
      readonly handle: string;
      readonly prefix: string;
    };

export type Mark =
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'flow-entry'
  | 'block-entry'
  | 'key'
  | 'value';
