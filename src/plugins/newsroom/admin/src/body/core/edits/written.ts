import type { BodyLanguage } from '../../../../../core/body-language';

/** What Liquid would take for its own, in a text that is put in. */
const withoutLiquid = (text: string): string => text.replaceAll(/\{(?=[{%])/gu, '&#123;');

/** A text as it stands in an attribute of HTML. */
const inAttribute = (text: string): string =>
  withoutLiquid(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  ).replaceAll(/\s+/gu, ' ');

/** A text as it is read in HTML. */
const inHtml = (text: string): string =>
  withoutLiquid(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

/** A text as it is read in Markdown. */
const inMarkdown = (text: string): string =>
  withoutLiquid(
    text
      .replaceAll('&', '&amp;')
      .replaceAll(/[\\`*_[\]<>]/gu, String.raw`\$&`)
      .replaceAll(/\s+/gu, ' ')
  );

const ENCODED: Readonly<Record<string, string>> = {
  '(': '%28',
  ')': '%29',
  '{': '%7B',
  '}': '%7D',
};

/** An address between the brackets of a link of Markdown, or in an attribute. */
const inBrackets = (address: string): string =>
  address.replaceAll(/[\s()<>"\\{}]/gu, (sign) => ENCODED[sign] ?? encodeURIComponent(sign));

/** An address as it stands in an attribute of HTML. */
const inHref = (address: string): string =>
  inAttribute(address.replaceAll(/[\s{}]/gu, (sign) => ENCODED[sign] ?? encodeURIComponent(sign)));

/** A link. */
export const writtenLink = (
  language: BodyLanguage,
  { address, label }: { readonly address: string; readonly label: string }
): string =>
  language === 'html'
    ? `<a href="${inHref(address)}">${label}</a>`
    : `[${label}](${inBrackets(address)})`;

const SIGNS: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>' };

/** An address as it leads somewhere, of how it stands in a link. */
export const readAddress = (written: string): string =>
  written.replaceAll(/&(amp|quot|lt|gt);/gu, (entity, name: string) => SIGNS[name] ?? entity);

/** An address alone, as it stands in a link. */
export const writtenAddress = (language: BodyLanguage, address: string): string =>
  language === 'html' ? inHref(address) : inBrackets(address);

/** A text that somebody has typed as such, and not as source. */
export const writtenText = (language: BodyLanguage, text: string): string =>
  language === 'html' ? inHtml(text) : inMarkdown(text);

/** An image. */
export const writtenImage = (
  language: BodyLanguage,
  { address, alt }: { readonly address: string; readonly alt: string }
): string =>
  language === 'html'
    ? `<img src="${inHref(address)}" alt="${inAttribute(alt)}">`
    : `![${inMarkdown(alt)}](${inBrackets(address)})`;
