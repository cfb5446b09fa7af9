import { type Content, permalinkOf, SHARED_SLUG } from './model/content';
import type { Step } from './steps';

/** The letters that a body is written in: no two bodies have five neighbouring characters in common. */
const LETTERS: Readonly<Record<string, string>> = { A: 'abcdefgh', B: 'ijklmnop', C: 'qrstuvwx' };

/** How many words a body has: enough to know it again by. */
const WORDS = 48;

const bodyOf = (text: string, post: number): string => {
  const letters = LETTERS[text] ?? '';
  return Array.from({ length: WORDS }, (_, word) =>
    [word, word >> 3, word * 5 + 2, word * word]
      .map((place) => `${letters[place % letters.length] ?? ''}${post}`)
      .join('')
  ).join(' ');
};

/** What a post says before anything is written. */
export const firstContent = (post: number): Content => ({
  title: `A${post}`,
  category: 'a',
  body: bodyOf('A', post),
  date: 'A',
  permalink: 'A',
});

/** What a step writes. */
export const valueOf = ({ name, text, post }: Extract<Step, { kind: 'write' }>): string => {
  switch (name) {
    case 'category':
      return text.toLowerCase();
    case 'date':
    case 'permalink':
      return text;
    case 'body':
      return bodyOf(text, post);
    case 'title':
      return `${text}${post}`;
  }
};

/** The hours of a day that stand for the dates of files. */
const HOURS: Readonly<Record<string, string>> = { A: '08', B: '09', C: '10' };

/** A file with a front matter. */
export const postText = (content: Content): string => {
  const { title, category, body, date, permalink } = content;
  return [
    '---',
    'layout: post',
    `title: "${title}"`,
    `date: 2022-03-03 ${HOURS[date] ?? ''}:35:15 +0800`,
    `categories: ${category}`,
    ...(permalinkOf(content) === '' ? [] : [`permalink: ${permalinkOf(content)}`]),
    ...(permalink === 'C' ? [`slug: ${SHARED_SLUG}`] : []),
    '---',
    body,
  ].join('\n');
};
