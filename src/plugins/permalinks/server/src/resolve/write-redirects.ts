import { REDIRECT_WRITERS, type RedirectFormat } from '../core/addresses/render-redirects';
import type { Permalinks } from '../permalinks';
import { streamRedirects } from './stream-redirects';

/** All redirects of the site as text, a piece at a time. */
export async function* writeRedirects(
  permalinks: Permalinks,
  format: RedirectFormat
): AsyncGenerator<string> {
  const writer = REDIRECT_WRITERS[format];
  let first = true;
  yield writer.start;
  for await (const redirect of streamRedirects(permalinks, writer.mindsCase)) {
    yield writer.line(redirect, first);
    first = false;
  }
  yield writer.end;
}
