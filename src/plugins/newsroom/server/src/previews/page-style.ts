/** How pages look: none of it comes from elsewhere. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
body { margin: 0; font: 17px/1.7 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #212134; background: #fff; overflow-wrap: anywhere; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
header, main:first-child { padding-top: 1.5rem; }
footer { margin-top: 2.5rem; padding-bottom: 2rem; font-size: 0.875rem; color: #52526d; }
.status { display: inline-block; margin: 0; padding: 0.125rem 0.75rem; border-radius: 1rem; font-size: 0.875rem; color: #271fe0; background: #f0f0ff; }
h1, h2, h3, h4 { line-height: 1.3; }
h1 { margin: 0.75rem 0 0.5rem; font-size: 2rem; }
section > h2 { margin: 2rem 0 0.5rem; font-size: 0.875rem; font-weight: 600; color: #52526d; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0.75rem 0; font-size: 0.9375rem; }
dt { color: #52526d; max-width: 10rem; }
dd { margin: 0; }
.plain { margin: 0; white-space: pre-line; }
figure { margin: 0 0 1rem; }
img, video { max-width: 100%; height: auto; }
a { color: #271fe0; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #c0c0cf; }
pre { padding: 0.75rem; border: 1px solid #dcdce4; white-space: pre-wrap; }
table { border-collapse: collapse; }
th, td { border: 1px solid #c0c0cf; padding: 0.25rem 0.5rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
`;
