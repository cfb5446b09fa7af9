import * as React from 'react';
import type { Issue } from '../../../../server/src/core/issue';
import { useSay } from '../../hooks/words/useSay';
import type { MarkedPlace } from '../../viewer/marks';
import { openTextEditor, type TextEditor } from '../../viewer/open-text-editor';
import { TextFrame } from '../file/TextFrame';

/** What else can be done with the text. */
export interface TextHandle {
  goTo(place: MarkedPlace): void;
}

interface EditedTextProps {
  readonly path: string;
  /** What it begins with; another one begins anew. */
  readonly text: string;
  readonly issues: readonly Issue[];
  /** The id of what is said of the text. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly handle: React.RefObject<TextHandle>;
}

const placesOf = (issues: readonly Issue[]): readonly MarkedPlace[] =>
  issues.flatMap(({ line, column, severity }) =>
    line === null || severity === 'info' ? [] : [{ line, column }]
  );

/** The text of a file, to be corrected, with the places marked at which something is wrong. */
const EditedText = (props: EditedTextProps) => {
  const { path, text, issues, describedBy, onChange, handle } = props;
  const say = useSay();
  const frame = React.useRef<HTMLDivElement>(null);
  const editor = React.useRef<TextEditor | null>(null);
  const change = React.useRef(onChange);
  change.current = onChange;
  const label = say('file.text-of', { path });

  React.useEffect(() => {
    if (frame.current === null) return undefined;
    const opened = openTextEditor({
      ...{ parent: frame.current, text, label, describedBy },
      onChange: (typed) => change.current(typed),
    });
    editor.current = opened;
    return () => {
      editor.current = null;
      opened.close();
    };
  }, [text, label, describedBy]);
  React.useEffect(() => editor.current?.mark(placesOf(issues)), [issues, text, label]);
  React.useImperativeHandle(handle, () => ({ goTo: (place) => editor.current?.goTo(place) }), []);

  return <TextFrame ref={frame} />;
};

export default EditedText;
