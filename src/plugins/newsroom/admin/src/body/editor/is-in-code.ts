import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** Where a text is taken letter by letter: code, comments, and the inside of tags. */
const LITERAL =
  /^(?:FencedCode|CodeText|CodeBlock|InlineCode|Comment|CommentBlock|Script|ScriptText|StyleText|OpenTag|CloseTag|SelfClosingTag|Attribute|AttributeValue|URL|LinkTitle)$/u;

/** Whether what is pasted at the cursor is to be taken as it is. */
export const isInCode = (state: EditorState): boolean => {
  const { from } = state.selection.main;
  for (let node = syntaxTree(state).resolveInner(from, 0); ;) {
    if (LITERAL.test(node.name) && node.from < from && from < node.to) return true;
    if (node.parent === null) return false;
    node = node.parent;
  }
};
