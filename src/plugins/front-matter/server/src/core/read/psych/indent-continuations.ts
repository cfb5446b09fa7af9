/**
 * Indents the lines on which a quoted text or a bracketed list goes on. Psych takes such lines
 * from the first column on; the `yaml` library wants them indented. Line numbers stay.
 */
export function indentContinuations(text: string): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const opening = openingIn(text.slice(at, lineEnd));
    if (opening === null) {
      result += text.slice(at, lineEnd + 1);
      at = lineEnd + 1;
      continue;
    }
    const from = at + opening;
    const end = endOfConstruct(text, from);
    const indent = ' '.repeat(opening + 1);
    result += text.slice(at, from) + text.slice(from, end).replace(/\n(?=[^\n])/g, `\n${indent}`);
    const rest = endOfLine(text, end);
    result += text.slice(end, rest + 1);
    at = rest + 1;
  }
  return result;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Where on the line a value in quotes or brackets begins. A key ends with no blank: a run of them is looked through once. */
function openingIn(line: string): number | null {
  const lead =
    /^[ \t]*(?:-[ \t]+)*(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s"'[{#](?:[^:"'[{\n]*[^ \t:"'[{\n])?)[ \t]*:[ \t]+)?(?:[&!][^\s]+[ \t]+)*(?=["'[{])/.exec(
      line
    );
  return lead ? lead[0].length : null;
}

/** Just behind the closing quote or bracket; the text's end where there is none. */
function endOfConstruct(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"' || char === "'") {
      const isOpening = depth === 0 || /[\s,:[{]/.test(text[at - 1] ?? ' ');
      if (isOpening) at = endOfQuotes(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfQuotes(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return text.length;
}
