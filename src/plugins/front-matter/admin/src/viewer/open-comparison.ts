import { defaultKeymap } from '@codemirror/commands';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';

interface ComparisonOptions {
  readonly parent: HTMLElement;
  /** On the left, and on the right. */
  readonly left: string;
  readonly right: string;
  /** What the texts are called. */
  readonly leftLabel: string;
  readonly rightLabel: string;
  /** Whether lines that are the same are shown as well. */
  readonly isWhole: boolean;
  /** What stands for lines that are not shown. */
  readonly hidden: string;
}

/** Lines around a change that are shown, and how many have to be the same to be left out. */
const COLLAPSE = { margin: 3, minSize: 6 };

/** For texts that have nothing in common: a browser is not to stand still for more than some milliseconds. */
const BOUNDS = { scanLimit: 1_000, timeout: 200 };

/** Shows two texts beside each other, line by line, with what is not the same marked. Neither can be changed. */
export const openComparison = (options: ComparisonOptions): { readonly close: () => void } => {
  const { parent, left, right, leftLabel, rightLabel, isWhole, hidden } = options;
  const reading = (label: string): Extension => [
    lineNumbers(),
    highlightSpecialChars(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorState.phrases.of({ '$ unchanged lines': hidden }),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': 'true',
      tabindex: '0',
    }),
    keymap.of(defaultKeymap),
  ];
  const view = new MergeView({
    parent,
    a: { doc: left, extensions: reading(leftLabel) },
    b: { doc: right, extensions: reading(rightLabel) },
    gutter: true,
    highlightChanges: true,
    diffConfig: BOUNDS,
    ...(isWhole ? {} : { collapseUnchanged: COLLAPSE }),
  });
  return { close: () => view.destroy() };
};
