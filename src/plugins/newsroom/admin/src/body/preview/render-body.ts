import createPurifier from 'dompurify';
import MarkdownIt from 'markdown-it';
import type { BodyLanguage } from '../../../../core/body-language';

const markdown = new MarkdownIt({ html: true });
const purifier = createPurifier(window);
// What Liquid makes an address of is known to the generator alone.
purifier.addHook('uponSanitizeAttribute', (_, attribute) => {
  if (/\{[{%]/u.test(attribute.attrValue)) attribute.keepAttr = false;
});

/** A body as HTML that is safe to show: no scripts, nothing that is sent or opened. Liquid is shown as it is written. */
export const renderBody = (source: string, language: BodyLanguage): string =>
  purifier.sanitize(language === 'html' ? source : markdown.render(source), {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'dialog'],
    FORBID_ATTR: ['autoplay', 'srcset', 'ping', 'tabindex', 'autofocus', 'accesskey'],
  });
