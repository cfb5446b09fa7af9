/** How a preview looks, by the panel's colours. */
export interface PreviewLook {
  readonly text: string;
  readonly background: string;
  readonly link: string;
  readonly line: string;
}

/**
 * The page that a preview is put into. Its policy runs no scripts, whatever is put in, and loads images and media
 * alone: the panel's own policy, which it inherits, says from where.
 *
 * @param server where the site's files are, as `https://example.com`
 */
export const previewPage = (server: string, title: string, look: PreviewLook): string => {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="${escaped(document.documentElement.lang || 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; media-src http: https:">
<meta name="referrer" content="no-referrer">
<base href="${escaped(`${server}/`)}" target="_blank">
<title>${escaped(title)}</title>
<style>
body { margin: 0; padding: 16px; font: 15px/1.7 system-ui, sans-serif; color: ${look.text}; background: ${look.background}; overflow-wrap: anywhere; }
img, video { max-width: 100%; height: auto; }
a { color: ${look.link}; }
h1, h2, h3, h4 { line-height: 1.3; }
blockquote { margin: 0; padding-left: 16px; border-left: 3px solid ${look.line}; }
pre { overflow: auto; padding: 12px; border: 1px solid ${look.line}; }
table { border-collapse: collapse; }
th, td { border: 1px solid ${look.line}; padding: 4px 8px; }
</style>
</head>
<body></body>
</html>`;
};
