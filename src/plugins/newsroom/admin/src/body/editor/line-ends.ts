import { invertedEffects } from '@codemirror/commands';
import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { endsOfNewLines, keepApart, type LineEnd, writeLines } from '../core/line-ends';

/** What a line ended in that an undo brings back, by where its end is then. */
const hadEnd = StateEffect.define<{ readonly at: number; readonly end: LineEnd }>({
  map: ({ at, end }, changes) => ({ at: changes.mapPos(at), end }),
});

/** What all lines end in from now on. */
export const setLineEnds = StateEffect.define<readonly LineEnd[]>();

const endsAfter = (ends: readonly LineEnd[], transaction: Transaction): readonly LineEnd[] => {
  const { changes, newDoc, startState, effects } = transaction;
  const known = new Map<number, LineEnd>();
  for (const effect of effects) {
    if (effect.is(setLineEnds)) return effect.value;
    if (effect.is(hadEnd)) known.set(effect.value.at, effect.value.end);
  }
  const after: LineEnd[] = [];
  let next = 0;
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    const line = startState.doc.lineAt(fromA).number - 1;
    const removed = startState.doc.lineAt(toA).number - 1 - line;
    const added = inserted.lines - 1;
    if (removed === 0 && added === 0) return;
    after.push(...ends.slice(next, line));
    next = line + removed;
    let at = fromB - 1;
    const made = endsOfNewLines(ends, { line, removed, added });
    for (const [index, end] of made.entries()) {
      at += inserted.line(index + 1).length + 1;
      const isEmpty = (lineNumber: number): boolean => newDoc.line(lineNumber).length === 0;
      const before = isEmpty(after.length + 1) ? after.at(-1) : undefined;
      const following = made[index + 1] ?? ends[next];
      const behind = isEmpty(after.length + 2) ? following : undefined;
      after.push(known.get(at) ?? keepApart(end, before, behind));
    }
  });
  after.push(...ends.slice(next));
  return after;
};

const lineEnds = StateField.define<readonly LineEnd[]>({
  create: () => [],
  update: (ends, transaction) =>
    transaction.docChanged || transaction.effects.some((effect) => effect.is(setLineEnds))
      ? endsAfter(ends, transaction)
      : ends,
});

/** The ends that a change takes away, for its undo. */
const endsTaken = invertedEffects.of(({ changes, startState }) => {
  const ends = startState.field(lineEnds);
  const taken: StateEffect<unknown>[] = [];
  changes.iterChanges((from, to) => {
    for (let line = startState.doc.lineAt(from); line.to < to;) {
      const end = ends[line.number - 1];
      if (end !== undefined) taken.push(hadEnd.of({ at: line.to, end }));
      line = startState.doc.line(line.number + 1);
    }
  });
  return taken;
});

/** Has an editor remember what each line of its text ends in: CodeMirror itself makes all alike. */
export const keepLineEnds = (ends: readonly LineEnd[]): Extension => [
  lineEnds.init(() => ends),
  endsTaken,
];

/** The text of an editor with its own line ends. */
export const originalText = (state: EditorState): string =>
  writeLines({ text: state.doc.toString(), ends: state.field(lineEnds) });
