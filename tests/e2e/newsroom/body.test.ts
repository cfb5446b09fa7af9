import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { join } from '../harness/join';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const PAGES = '/admin/content-manager/collection-types/api::post.post';
const MANAGER = '/content-manager/collection-types/api::post.post';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');
const FIELD = '[data-newsroom-body]';

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

interface Saved {
  readonly documentId: string;
  readonly title: string;
  readonly body: string | null;
}

describeInBrowser('the editor of a body', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;

  const send = async (method: string, address: string, body?: object): Promise<Saved> => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return ((await reply.json()) as { data: Saved }).data;
  };
  const make = (title: string, body: string): Promise<Saved> =>
    send('POST', MANAGER, { title, body });
  const stored = async ({ documentId }: Saved): Promise<string | null> =>
    (await send('GET', `${MANAGER}/${documentId}`)).body;

  /** Files of the media library: one that has a text, and one that has none. */
  const upload = async (name: string, alternativeText: string): Promise<void> => {
    const form = new FormData();
    form.append('files', new Blob([PNG], { type: 'image/png' }), name);
    form.append('fileInfo', JSON.stringify({ name, alternativeText }));
    const headers = { authorization: `Bearer ${token}` };
    const reply = await fetch(`${site.url}/upload`, { method: 'POST', headers, body: form });
    if (!reply.ok) throw new Error(await reply.text());
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    token = await signIn(site);
    await upload('harbour.png', '港口 "夜景"');
    await upload('bare.png', '');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const text = (on = page) => on.locator(`${FIELD} .cm-content`);
  const tool = (name: string, on = page) =>
    on.getByRole('toolbar').getByRole('button', { name, exact: true });
  const shown = (on = page): Promise<string> =>
    text(on).evaluate((content) =>
      Array.from(content.querySelectorAll('.cm-line'), (line) => line.textContent).join('\n')
    );
  const open = async ({ documentId }: Saved, on = page): Promise<void> => {
    await on.goto(`${site.url}${PAGES}/${documentId}`);
    await text(on).waitFor();
  };
  const saveButton = (on = page) => on.getByRole('button', { name: /^(?:Save|保存)$/u });
  const save = async (on = page): Promise<number> => {
    const answered = on.waitForResponse(
      (response) =>
        response.url().includes(MANAGER) && /^(?:PUT|POST)$/u.test(response.request().method())
    );
    await saveButton(on).click();
    return (await answered).status();
  };
  /** Puts the cursor behind some words, or selects them. */
  const goTo = async (words: string, isSelected = false, on = page): Promise<void> => {
    await text(on).focus();
    await text(on).evaluate(
      (content, { words: wanted, isSelected: selects }) => {
        const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.nodeValue ?? '').indexOf(wanted);
          if (at < 0) continue;
          const end = at + wanted.length;
          getSelection()?.setBaseAndExtent(node, selects ? at : end, node, end);
          return;
        }
        throw new Error(`"${wanted}" is not shown`);
      },
      { words, isSelected }
    );
    await on.waitForTimeout(150);
  };
  const paste = (html: string, plain: string): Promise<void> =>
    text().evaluate(
      (content, data) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', data.html);
        clipboardData.setData('text/plain', data.plain);
        content.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        );
      },
      { html, plain }
    );

  it('leaves every other byte of a body as it was', async () => {
    const body = '<p>甲</p>\r\n<p>乙&nbsp;&hellip;\t</p>\r<p>丙 </p>\n\n<P>丁</P>  ';
    const post = await make('混合换行', body);
    await open(post);
    await page.waitForTimeout(500);
    expect(await saveButton().isDisabled()).toBe(true);
    await goTo('丙');
    await page.keyboard.type('改');
    expect(await save()).toBe(200);
    expect(await stored(post)).toBe(body.replace('丙', '丙改'));
    await goTo('甲');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('<p>新</p>');
    expect(await save()).toBe(200);
    expect(await stored(post)).toBe(
      body.replace('丙', '丙改').replace('</p>\r\n', '</p>\r\n<p>新</p>\r\n')
    );
  });

  it('undoes what was typed before a save, on a new post, too', async () => {
    await page.goto(`${site.url}${PAGES}/create`);
    await page.locator('[name="title"]').fill('撤销');
    await text().click();
    await page.keyboard.type('first ');
    await page.waitForTimeout(700);
    await page.keyboard.type('second');
    expect(await save()).toBe(201);
    await page.waitForURL((url) => !url.pathname.includes('/create'));
    await page.waitForTimeout(500);
    await text().focus();
    await page.keyboard.press('Control+z');
    expect(await shown()).toBe('first ');
    expect(await save()).toBe(200);
    await page.waitForTimeout(500);
    await text().focus();
    await page.keyboard.press('Control+y');
    expect(await shown()).toBe('first second');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
  });

  it('writes HTML into HTML and Markdown into Markdown', async () => {
    const html = await make('超文本', '<p>重要的事</p>\n');
    await open(html);
    await goTo('重要', true);
    await page.keyboard.press('Control+b');
    expect(await shown()).toBe('<p><strong>重要</strong>的事</p>\n');
    await page.waitForTimeout(300);
    expect(await tool('Bold').getAttribute('aria-pressed')).toBe('true');
    await tool('Heading').click();
    expect(await shown()).toBe('<h2><strong>重要</strong>的事</h2>\n');
    const markdown = await make('标记', '# 题\n\n重要的事\n');
    await open(markdown);
    await goTo('重要', true);
    await tool('Bold').click();
    await tool('Bulleted list').click();
    expect(await shown()).toBe('# 题\n\n- **重要**的事\n');
    expect(await save()).toBe(200);
    expect(await stored(markdown)).toBe('# 题\n\n- **重要**的事\n');
  });

  it('takes what is pasted from Word over as clean HTML or Markdown', async () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head>
<body lang=ZH-CN><!--StartFragment--><h2 style='mso-pagination:none'><span lang=EN-US>标题<o:p></o:p></span></h2>
<p class=MsoNormal style='text-indent:24pt'><b style='mso-bidi-font-weight:normal'><span>粗</span></b><b><span>体</span></b>与正
文&nbsp;<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>一</p>
<p class=MsoListParagraph style='margin-left:18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>二</p>
<p class=MsoNormal><a href="javascript:alert(1)">坏</a><img src="file:///C:/a.png" onerror="alert(1)"><script>alert(1)</script></p>
<!--EndFragment--></body></html>`;
    await open(await make('粘贴', '<p>前</p>\n'));
    await goTo('前');
    await page.keyboard.press('Control+End');
    await paste(word, '标题');
    expect(await shown()).toBe(
      '<p>前</p>\n<h2>标题</h2>\n<p><strong>粗体</strong>与正文</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n<p>坏</p>'
    );
    await page.getByText('An image was left out', { exact: false }).waitFor();
    await open(await make('粘贴二', '# 前\n\n'));
    await text().focus();
    await page.keyboard.press('Control+End');
    await paste(word, '标题');
    expect(await shown()).toBe('# 前\n\n## 标题\n\n**粗体**与正文\n\n- 一\n- 二\n\n坏');
  });

  it('takes what is pasted from elsewhere over, too', async () => {
    const cases: readonly (readonly [
      html: string,
      plain: string,
      inHtml: string,
      inMarkdown: string,
    ])[] = [
      // Google Docs.
      [
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">粗</span><span style="font-style:italic">斜</span></p><br><p dir="ltr"><span>文</span></p></b>',
        '粗斜',
        '<p><strong>粗</strong><em>斜</em></p>\n<p>文</p>',
        '**粗***斜*\n\n文',
      ],
      // A web page.
      [
        '<div class="x"><div>一<br><br>二<br>三</div><a href="https://example.com/a?b=1&amp;c=2" onclick="x()">链</a><table style="width:1px"><tr><td colspan="2">格</td></tr></table></div>',
        '一',
        '<p>一</p>\n<p>二<br>三</p>\n<p><a href="https://example.com/a?b=1&amp;c=2">链</a></p>\n<table>\n<tbody>\n<tr>\n<td colspan="2">格</td>\n</tr>\n</tbody>\n</table>',
        '一\n\n二  \n三\n\n[链](https://example.com/a?b=1&c=2)\n\n<table>\n<tbody>\n<tr>\n<td colspan="2">格</td>\n</tr>\n</tbody>\n</table>',
      ],
      // A part of a sentence.
      [
        '<span>见<b>“报道”</b>吧</span>',
        '见“报道”吧',
        '见<strong>“报道”</strong>吧',
        '见<strong>“报道”</strong>吧',
      ],
      // Lists within each other, and those of Word.
      [
        '<ol><li>一<ul><li><p>二</p></li></ul></li><li>三</li></ol>',
        '一',
        '<ol>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n<li>三</li>\n</ol>',
        '1. 一\n   - 二\n2. 三',
      ],
      [
        '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span> </span></span>一</p><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>二</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.</span>三</p>',
        '一',
        '<ol>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n<li>三</li>\n</ol>',
        '1. 一\n   - 二\n2. 三',
      ],
      // Source from another editor, and text alone.
      [
        '<div style="color:#000"><span style="font-weight:bold">&lt;p&gt;</span>源&lt;/p&gt;</div>',
        '<p>源</p>',
        '<p>源</p>',
        '<p>源</p>',
      ],
      ['<span>a &lt; b</span>', 'a < b', 'a < b', 'a < b'],
      ['', '# 题', '# 题', '# 题'],
    ];
    for (const [language, at] of [
      ['HTML', 2],
      ['Markdown', 3],
    ] as const) {
      await open(await make(`粘贴 ${language}`, language === 'HTML' ? '<p>一</p>' : '# 一'));
      for (const example of cases) {
        await text().focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Delete');
        await paste(example[0], example[1]);
        expect([language, await shown()]).toEqual([language, example[at]]);
      }
    }
    // Paragraphs that come into one part it.
    await open(await make('段中', '<p>甲乙</p>'));
    await goTo('甲');
    await paste('<p>一</p><h2>二</h2><p>三</p>', '一');
    expect(await shown()).toBe('<p>甲一</p>\n<h2>二</h2>\n<p>三乙</p>');
    // Into a tag it goes as it is.
    await open(await make('标签中', '<p class="x">甲</p>'));
    await goTo('甲');
    await page.keyboard.press('Home');
    for (let time = 0; time < 11; time += 1) await page.keyboard.press('ArrowRight');
    await paste('<b>粗</b>', '粗');
    expect(await shown()).toBe('<p class="x粗">甲</p>');
  });

  it('shows how a body will be read, and runs nothing of it', async () => {
    const body =
      '<p>正文 {{ page.title }}</p>\n<script>window.top.ran = 1</script><img src="/nothing.png" onerror="window.top.ran = 1"><iframe src="/admin"></iframe>\n<p><a href="javascript:window.top.ran=1">链接</a></p>';
    await open(await make('预览', body));
    await tool('Preview').click();
    const frame = page.frameLocator(`${FIELD} iframe`);
    await frame.getByText('正文 {{ page.title }}').waitFor();
    const inner = await frame.locator('body').innerHTML();
    expect(inner).not.toMatch(/script|onerror|iframe/u);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await goTo('正文');
    await page.keyboard.type('改');
    await frame.getByText('正文改 {{ page.title }}').waitFor();
    await tool('Preview').click();
  });

  it('finds and replaces, and keeps line ends', async () => {
    const post = await make('查找', 'one two\r\ntwo\rtwo\n');
    await open(post);
    await text().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('two');
    await page.getByRole('textbox', { name: 'Replace' }).fill('three');
    await page.getByRole('button', { name: 'replace all' }).click();
    expect(await seriousViolations(page, FIELD)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await save()).toBe(200);
    expect(await stored(post)).toBe('one three\r\nthree\rthree\n');
  });

  it('puts images of the media library in by their address on the site', async () => {
    const post = await make('图片', '<p>图</p>');
    await open(post);
    await goTo('图');
    await tool('Image or file from the media library').click();
    const library = page.getByRole('dialog');
    await library.getByText('harbour', { exact: false }).first().waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'body-media.png') });
    // All of them.
    await library.getByRole('checkbox').first().click();
    await library.getByRole('button', { name: 'Finish' }).click();
    const asked = page.getByRole('dialog', { name: 'What the images show' });
    await asked.getByRole('textbox', { name: 'bare.png' }).fill('空 & 白');
    expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, 'body-alt.png') });
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    expect((await shown()).replaceAll(/_[0-9a-f]{10}\./gu, '.')).toMatch(
      /<img src="\/uploads\/harbour\.png" alt="港口 &quot;夜景&quot;">/u
    );
    expect(await shown()).toMatch(/<img src="\/uploads\/bare_[^"]*" alt="空 &amp; 白">/u);
  });

  it('is used by keyboard alone', async () => {
    await open(await make('键盘', '<p>字</p>'));
    await tool('Bold').focus();
    await page.keyboard.press('ArrowRight');
    expect(await tool('Italic').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    expect(await tool('Full screen').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    const frame = page.getByRole('dialog');
    await frame.waitFor();
    const box = await frame.boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, ...page.viewportSize() });
    await page.screenshot({ path: path.join(SHOTS, 'body-full-screen.png') });
    for (let time = 0; time < 8; time += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          (field) => document.querySelector(field)?.contains(document.activeElement),
          FIELD
        )
      ).toBe(true);
    }
    expect(await seriousViolations(page, FIELD)).toEqual([]);
    await page.keyboard.press('Escape');
    await frame.waitFor({ state: 'detached' });
    await goTo('字', true);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Link' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await dialog.getByText('Write an address', { exact: false }).waitFor();
    expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Address' }).fill('/a page/?b=1&c="2"');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await shown()).toBe('<p><a href="/a%20page/?b=1&amp;c=&quot;2&quot;">字</a></p>');
    await page.keyboard.type('后');
    expect(await shown()).toContain('</a>后</p>');
    // Tab leads on, out of the text.
    await page.keyboard.press('Tab');
    expect(await text().evaluate((one) => one.contains(document.activeElement))).toBe(false);
  });

  it('shows what others have made of a body, and keeps what was typed in it undoable', async () => {
    const post = await make('两人', '第一段\n\n第二段\n');
    await open(post);
    await send('PUT', `${MANAGER}/${post.documentId}`, { body: '第一段\n\n第二段改\n' });
    await page.locator('[name="title"]').fill('两人写');
    expect(await save()).toBe(200);
    await page.waitForFunction(
      (field) => document.querySelector(field)?.textContent?.includes('第二段改'),
      `${FIELD} .cm-content`
    );
    await goTo('第一段');
    await page.keyboard.type('。');
    await page.waitForTimeout(800);
    await page.goto('about:blank');
    await open(post);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.waitForFunction(
      (field) => document.querySelector(field)?.textContent?.includes('第一段。'),
      `${FIELD} .cm-content`
    );
    expect(await shown()).toBe('第一段。\n\n第二段改\n');
    expect(await save()).toBe(200);
    expect(await stored(post)).toBe('第一段。\n\n第二段改\n');
  });

  it('is read, and not written, by those who may not', async () => {
    const post = await make('只读', '<p>只读</p>');
    const reader = await logIn(browser, {
      ...site,
      editor: await join(site, 'strapi-author', ['title']),
    });
    await open(post, reader);
    expect(await text(reader).getAttribute('aria-readonly')).toBe('true');
    await text(reader).focus();
    await reader.keyboard.type('写');
    expect(await shown(reader)).toBe('<p>只读</p>');
    expect(await tool('Bold', reader).getAttribute('aria-disabled')).toBe('true');
    expect(await seriousViolations(reader, FIELD)).toEqual([]);
    await reader.screenshot({ path: path.join(SHOTS, 'body-read-only.png') });
    await reader.context().close();
  });

  it('types into a body of 300 kB without waiting for what is shown of it', async () => {
    const long = '<p>这是一段很长的正文，用来看编辑器是否流畅。</p>\r\n'.repeat(6000);
    const post = await make('长文', long);
    await open(post);
    await tool('Preview').click();
    await page.waitForTimeout(1500);
    await goTo('这是一段');
    await page.keyboard.type('abcdefghij');
    expect((await shown()).startsWith('<p>这是一段abcdefghij')).toBe(true);
    expect(await save()).toBe(200);
    expect(await stored(post)).toBe(long.replace('这是一段', '这是一段abcdefghij'));
    await tool('Preview').click();
  });

  it.each([
    ['en', 1280],
    ['en', 768],
    ['zh-Hans', 1280],
    ['zh-Hans', 768],
  ])('has no serious violation in %s at %d pixels', async (locale, width) => {
    const post = await make(
      '港口夜景',
      '# 标题\r\n\r\n记者从**现场**获悉，港口昨夜灯火通明。见[报道](/a/)。\r\n\r\n> 引文\r\n\r\n- 一\r\n- 二\r\n\r\n<div class="note">\r\n  <p>HTML &amp; 注</p>\r\n</div>\r\n'
    );
    await page.evaluate((language) => {
      localStorage.setItem('strapi-admin-language', language);
      localStorage.setItem('strapi-plugin-newsroom.preview', 'on');
    }, locale);
    await page.setViewportSize({ width, height: 1000 });
    await open(post);
    await text().scrollIntoViewIfNeeded();
    await goTo('现场');
    await page.keyboard.press('Control+f');
    await page.waitForTimeout(800);
    const name = path.join(SHOTS, `body-${locale}-${width}`);
    await page.screenshot({ path: `${name}.png` });
    await page.locator(FIELD).getByRole('combobox').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${name}-end.png` });
    expect(await seriousViolations(page, FIELD)).toEqual([]);
    await page
      .getByText(locale === 'en' ? /\d+ words/u : /\d+ 字/u)
      .first()
      .waitFor();
  });
});
