import { errors } from '@strapi/utils';
import type { SourceAttributes } from '../config';
import { MAX_URL_LENGTH, type SourceProblem } from '../core';

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

/** What is wrong with a source, as the error that REST, GraphQL and the admin panel show at its fields. */
export function sourceError(
  problem: SourceProblem,
  { code, url }: SourceAttributes
): InstanceType<typeof errors.ValidationError> {
  const message = messageOf(problem, { code, url });
  const fields = problem.about === 'both' ? [code, url] : [problem.about === 'code' ? code : url];
  return new errors.ValidationError(message, {
    errors: fields.map((field) => ({ path: [field], message, name: 'ValidationError' })),
  });
}

/** What is wrong with a source, in words that name the attributes and say what to do next. */
export function messageOf(
  problem: SourceProblem,
  { code, url }: Pick<SourceAttributes, 'code' | 'url'>
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
