import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { editLines } from '../../../../src/plugins/newsroom/admin/src/body/core/edit-lines';
import {
  readLines,
  writeLines,
} from '../../../../src/plugins/newsroom/admin/src/body/core/line-ends';
import {
  keepLineEnds,
  originalText,
} from '../../../../src/plugins/newsroom/admin/src/body/editor/line-ends';
import { outsideChange } from '../../../../src/plugins/newsroom/admin/src/body/editor/outside-change';

const PIECES = [
  ...['\n', '\r\n', '\r', '\n\n', '\r\r', '\t', ' ', '  ', '\u00a0', '\u2028', '\u0000', '\ufeff'],
  ...[
    '<p>',
    '</p>',
    '<P CLASS=x>',
    '<br/>',
    '<!-- c -->',
    '&nbsp;',
    '&amp;amp;',
    '&#x4e2d;',
    '&bogus',
  ],
  ...['# ', '- ', '> ', '**b**', '_i_', '```', '| a | b |', '{% raw %}', '{{ x }}', '[a](b)'],
  ...['中文', '正', '𠮷', '👩‍👩‍👧', '\ud800', 'é', 'word', 'a'],
];
const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((all) => all.join(''));

const open = (original: string): EditorState => {
  const { text, ends } = readLines(original);
  return EditorState.create({ doc: text, extensions: [keepLineEnds(ends), history()] });
};

/** Where a place of the text as it is shown is in the text as it is stored. */
const placeIn = (original: string, shown: number): number => {
  let at = 0;
  for (let count = 0; count < shown; count += 1) {
    at += original.startsWith('\r\n', at) ? 2 : 1;
  }
  return at;
};

const alike = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');

/** A place, how much is taken away there, and what is put in. */
const edit = fc.record({ at: fc.nat(), size: fc.nat({ max: 12 }), insert: body });

const specOf = (
  state: EditorState,
  { at, size, insert }: { at: number; size: number; insert: string }
) => {
  const from = at % (state.doc.length + 1);
  const to = Math.min(state.doc.length, from + size);
  return { from, to, insert: alike(insert) };
};

const apply = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state;

/** Carries a command of the history's out. */
const run = (state: EditorState, command: typeof undo): EditorState => {
  let after = state;
  while (
    command({
      state: after,
      dispatch: (transaction) => {
        after = transaction.state;
      },
    })
  );
  return after;
};

describe('a body in an editor', () => {
  it('is the same text when it is opened and nothing is changed', () => {
    fc.assert(
      fc.property(body, (original) => {
        expect(writeLines(readLines(original))).toBe(original);
        expect(originalText(open(original))).toBe(original);
      })
    );
  });

  it('keeps every other byte when it is changed in one place', () => {
    fc.assert(
      fc.property(body, edit, (original, change) => {
        const state = open(original);
        const { from, to, insert } = specOf(state, change);
        const after = originalText(apply(state, { changes: { from, to, insert } }));
        const head = original.slice(0, placeIn(original, from));
        const tail = original.slice(placeIn(original, to));
        expect(after.startsWith(head)).toBe(true);
        expect(after.endsWith(tail)).toBe(true);
        const middle = after.slice(head.length, after.length - tail.length);
        expect(alike(middle)).toBe(insert);
      })
    );
  });

  it('is what it was, byte for byte, when all edits are undone, and edited again when they are redone', () => {
    fc.assert(
      fc.property(body, fc.array(edit, { maxLength: 8 }), (original, edits) => {
        let state = open(original);
        for (const change of edits) state = apply(state, { changes: specOf(state, change) });
        const edited = originalText(state);
        state = run(state, undo);
        expect(originalText(state)).toBe(original);
        expect(originalText(run(state, redo))).toBe(edited);
      })
    );
  });

  it('shows the same lines when it is opened again after an edit that takes nothing away', () => {
    fc.assert(
      fc.property(body, edit, (original, change) => {
        const state = open(original);
        const { from, insert } = specOf(state, change);
        const after = apply(state, { changes: { from, insert } });
        expect(readLines(originalText(after)).text).toBe(after.doc.toString());
      })
    );
  });

  it('becomes what the form gives it, and undoes what was typed before all the same', () => {
    fc.assert(
      fc.property(body, body, (original, other) => {
        const state = open(original);
        const change = outsideChange(state, other);
        expect(change === null).toBe(original === other);
        if (change === null) return;
        const after = apply(state, change);
        expect(originalText(after)).toBe(other);
        expect(outsideChange(after, other)).toBeNull();
        // Nobody has typed that, so there is nothing to undo.
        expect(originalText(run(after, undo))).toBe(other);
      })
    );
  });

  it('keeps what was typed undoable over a change from outside', () => {
    let state = open('eins\r\nzwei\r\ndrei');
    state = apply(state, { changes: { from: 4, insert: '!' } });
    const change = outsideChange(state, 'eins!\r\nzwei\r\nvier');
    state = apply(state, change ?? {});
    expect(originalText(run(state, undo))).toBe('eins\r\nzwei\r\nvier');
  });

  it.each([
    ['a\r\nb', 1, '\n', 'a\r\n\r\nb'],
    ['a\rb', 3, '\n', 'a\rb\r'],
    ['ab', 1, '\n', 'a\nb'],
    ['a\r\nb\nc', 4, '\n', 'a\r\nb\n\nc'],
    ['a\r\nb', 3, '\nx\n', 'a\r\nb\r\nx\r\n'],
  ])('ends new lines in %j as those beside them', (original, at, insert, expected) => {
    const state = open(original);
    expect(originalText(apply(state, { changes: { from: at, insert } }))).toBe(expected);
  });

  it('has new lines end as its own do when it is edited in a plain field of a browser', () => {
    expect(editLines('a\r\nb\nc', 'a\nx\nb\nc')).toBe('a\r\nx\nb\nc');
    expect(editLines('a\r\nb\r\n', 'a\nx\ny\nb\n')).toBe('a\r\nx\r\ny\r\nb\r\n');
    expect(editLines('a\r\nb\rc', 'a\nc')).toBe('a\r\nc');
  });

  it('keeps every other byte when it is edited in a plain field of a browser', () => {
    fc.assert(
      fc.property(body, edit, (original, change) => {
        const { text } = readLines(original);
        const { from, to, insert } = specOf(open(original), change);
        const edited = text.slice(0, from) + insert + text.slice(to);
        const after = editLines(original, edited);
        expect(alike(after).length).toBeLessThanOrEqual(edited.length);
        // What is the same before and after a change is the same text, wherever exactly it was changed.
        const head = original.slice(0, placeIn(original, from));
        const tail = original.slice(placeIn(original, to));
        if (!/[\r\n]/u.test(insert + text.slice(from, to))) {
          expect(after).toBe(head + insert + tail);
        }
      })
    );
  });

  it('never makes one line end of two', () => {
    const state = open('a\rb\nc');
    expect(originalText(apply(state, { changes: { from: 2, insert: '\n' } }))).toBe('a\r\r\nb\nc');
  });
});
