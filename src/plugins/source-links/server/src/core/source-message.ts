import type { SourceProblem } from './reconcile';
import { MAX_URL_LENGTH } from './source-url';

const URL_PROBLEMS = {
  'too-long': `is longer than ${MAX_URL_LENGTH} characters`,
  characters: 'holds a space, a control character or one of < > " \\',
  'not-a-url': 'is not a whole URL; write it with http:// or https://',
  scheme: 'is neither http nor https',
  credentials: 'holds a user name or password; take it out',
} as const;

const CODE_PROBLEMS = {
  'too-long': 'is longer than 255 characters',
  characters: 'holds a control character or one of < > "',
} as const;

/** What is wrong with a source, in words that name the attributes and say what to do next. */
export function messageOfProblem(
  problem: SourceProblem,
  { code, url }: { readonly code: string; readonly url: string }
): string {
  switch (problem.about) {
    case 'both':
      return `"${code}" is ${shown(problem.code)}, but "${url}" is the address of ${shown(problem.codeInUrl)}: correct one of them, or empty it`;
    case 'url':
      return `"${url}" ${URL_PROBLEMS[problem.problem]}: ${shown(problem.url)}`;
    case 'code':
      return problem.problem === 'a-url'
        ? `"${code}" is a URL; put it into "${url}"`
        : `"${code}" ${CODE_PROBLEMS[problem.problem]}: ${shown(problem.code)}`;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
