import fc from 'fast-check';

/** What crawlers do to files, editors to documents, and whoever imports to all of them. */
export type Step =
  | {
      readonly kind: 'write';
      readonly post: number;
      readonly name: FileField;
      readonly text: string;
    }
  | { readonly kind: 'move' | 'rename' | 'remove'; readonly post: number }
  | {
      readonly kind: 'update';
      readonly document: number;
      readonly name: EditorField;
      readonly text: string;
    }
  | { readonly kind: 'publish' | 'unpublish' | 'discard' | 'delete'; readonly document: number }
  | { readonly kind: 'rename-term' | 'delete-term'; readonly term: number }
  | { readonly kind: 'import'; readonly overwrites: boolean }
  | { readonly kind: 'rollback'; readonly run: number };

type FileField = 'title' | 'category' | 'body' | 'date' | 'permalink';
type EditorField = 'title' | 'excerpt';

/** How many files there may be. */
export const POSTS = 3;

const post = fc.nat(POSTS - 1);
const document = fc.nat(5);
const text = fc.constantFrom('A', 'B', 'C');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      post,
      name: fc.constantFrom(
        'title' as const,
        'category' as const,
        'body' as const,
        'date' as const,
        'permalink' as const,
        'permalink' as const
      ),
      text,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('move', 'rename', 'remove'), post }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      document,
      name: fc.constantFrom('title' as const, 'excerpt' as const),
      text: fc.constantFrom('X', 'Y'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish', 'publish', 'unpublish', 'discard', 'delete'),
      document,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename-term', 'delete-term'),
      term: fc.nat(3),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      overwrites: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('rollback' as const), run: fc.nat(9) }),
  }
);

/** Sequences begin with something to import. */
export const sequences: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 4, maxLength: 18 })
  .map((steps) => [
    { kind: 'write', post: 0, name: 'title', text: 'A' },
    { kind: 'import', overwrites: false },
    ...steps,
  ]);
