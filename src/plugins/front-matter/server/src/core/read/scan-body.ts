import { type Issue, issueOf } from '../issue';
import type { IssueCode } from '../issue-codes';
import { placeOf } from './place';

const LIQUID = /\{%-?\s*(\w+)[^%\n]{0,200}|\{\{[^}\n]{0,200}/g;
const MARKDOWN_TARGET = /(!?)\[[^[\]\n]{0,400}\]\(\s*<?([^\s)<>"']{1,1000})/g;
const HTML_TARGET =
  /<(img|a|video|audio|source|iframe)\s[^<>]{0,1000}?(?:src|href)\s*=\s*["']?([^\s"'<>]{1,1000})/gi;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\{)/i;
const FILE =
  /\.(?:avif|bmp|docx?|epub|flac|gif|gz|jpe?g|mov|mp[34]|ogg|pdf|png|pptx?|rar|svg|tar|txt|wav|webm|webp|xlsx?|zip|7z)(?:[?#]|$)/i;
const POST = /(?:^|\/)\d{4}[/-]\d{1,2}[/-]\d{1,2}[/-]/;

interface Finding {
  count: number;
  readonly offset: number;
  readonly example: string;
}

const WHAT: Readonly<Record<string, string>> = {
  LIQUID_TAG: 'Liquid tags, which only the generator runs',
  LIQUID_OUTPUT: 'Liquid output, which only the generator fills in',
  LOCAL_FILE: 'references to images or files of the archive, which are not imported with it',
  POST_LINK: 'links to other posts by their old addresses',
};

/**
 * Reports what a generator would have processed in a body, once for each kind, with a count and the first
 * example. The body is not changed.
 *
 * @param linesBefore how many lines of the file are before the content
 */
export const scanBody = (content: string, linesBefore: number): Issue[] => {
  const findings = new Map<IssueCode, Finding>();
  const add = (code: IssueCode, offset: number, example: string): void => {
    const known = findings.get(code);
    if (known) known.count += 1;
    else findings.set(code, { count: 1, offset, example: example.slice(0, 120) });
  };
  if (content.includes('{%') || content.includes('{{')) {
    for (const found of content.matchAll(LIQUID)) {
      const isLink =
        found[1] === 'post_url' || /^link\s+\S*_posts\//.test(found[0].slice(2).trim());
      const code = found[1] === undefined ? 'LIQUID_OUTPUT' : isLink ? 'POST_LINK' : 'LIQUID_TAG';
      add(code, found.index, found[0]);
    }
  }
  if (content.includes('](')) {
    for (const found of content.matchAll(MARKDOWN_TARGET)) {
      addTarget(add, found.index, found[1] === '!', found[2] ?? '');
    }
  }
  if (content.includes('<')) {
    for (const found of content.matchAll(HTML_TARGET)) {
      addTarget(add, found.index, found[1]?.toLowerCase() !== 'a', found[2] ?? '');
    }
  }
  return [...findings].map(([code, { count, offset, example }]) => {
    const { line, column } = placeOf(content, offset);
    return issueOf(code, {
      message: `The body holds ${WHAT[code]}: ${count}, the first is ${example}. It was kept as it is.`,
      line: line + linesBefore,
      column,
    });
  });
};

const addTarget = (
  add: (code: IssueCode, offset: number, example: string) => void,
  offset: number,
  isEmbedded: boolean,
  target: string
): void => {
  if (ELSEWHERE.test(target)) return;
  if (isEmbedded || FILE.test(target)) add('LOCAL_FILE', offset, target);
  else if (POST.test(target)) add('POST_LINK', offset, target);
};
