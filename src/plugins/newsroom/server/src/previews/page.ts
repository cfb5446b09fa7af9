import { markup, type Html } from '../core/previews/html';
import { messages } from '../messages';
import { PAGE_STYLE } from './page-style';
import type { DocumentStatus } from './read-previewed';
import type { ShownDocument } from './show-document';

const layout = (language: string, title: string, content: Html): string =>
  markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: PAGE_STYLE }}</style>
</head>
<body>
${content}
</body>
</html>
`.html;

/** A document on a page of its own. */
interface DocumentPage {
  readonly language: string;
  readonly shown: ShownDocument;
  /** The language that it is in; null where it is of none. */
  readonly locale: string | null;
  /** Null on a type without drafts. */
  readonly status: DocumentStatus | null;
  readonly version: 'draft' | 'published';
  /** Until when the page can be opened; null where it stands in the panel. */
  readonly endsAt: Html | null;
}

const lines = (all: readonly Html[]): Html | null =>
  all.length === 0 ? null : markup`<dl>${all}</dl>`;

const statusOf = ({ language, status, version }: DocumentPage): Html | null =>
  status === null
    ? null
    : markup`<p class="status">${messages.in(language, `preview.${version}.${status}`)}</p>`;

/** The page of a document. */
export const documentPage = (page: DocumentPage): string => {
  const { language, shown, locale, endsAt } = page;
  const say = (key: Parameters<typeof messages.in>[1]): string => messages.in(language, key);
  const title = shown.title ?? say('preview.untitled');
  const inLanguage = locale === null ? null : markup` lang="${locale}"`;
  const ends =
    endsAt === null
      ? null
      : markup`<p>${say('preview.ends-before')}${endsAt}${say('preview.ends-after')}</p>`;
  return layout(
    language,
    messages.in(language, 'preview.page-title', { title }),
    markup`<header>
${statusOf(page)}
<h1${inLanguage}>${title}</h1>
${lines(shown.facts)}
</header>
<main${inLanguage}>
${shown.texts}
</main>
<footer>
${lines(shown.details)}
<p>${say('preview.saved')}</p>
${ends}
</footer>`
  );
};

/** Why a link shows nothing. */
export type MissingPreview = 'unknown' | 'ended' | 'gone';

/** The page of a link that shows nothing. */
export const missingPage = (language: string, why: MissingPreview): string =>
  layout(
    language,
    messages.in(language, `preview.${why}`),
    markup`<main>
<h1>${messages.in(language, `preview.${why}`)}</h1>
<p>${messages.in(language, `preview.${why}.next`)}</p>
</main>`
  );
