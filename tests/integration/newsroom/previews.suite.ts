import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  linkKey,
  openLink,
  signLink,
} from '../../../src/plugins/newsroom/server/src/core/previews/sign-link';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const READ = 'plugin::content-manager.explorer.read';
const DAY = 86_400_000;

const HOSTILE = `<p>文章<script>alert(1)</script><img src="/uploads/a.png" onerror="alert(1)" alt="图"></p>
<p><a href="javascript:alert(1)">链接</a><iframe src="https://example.com"></iframe></p>
<form action="/admin"><button formaction="/x">按</button></form><base href="https://example.com/">
<meta http-equiv="refresh" content="0;url=https://example.com"><svg onload="alert(1)"></svg>`;

const linkTo = (token: string): string => `/newsroom/previews?token=${token}`;
const tokenOf = (url: string): string =>
  new URL(url, 'http://localhost').searchParams.get('token') ?? '';

interface Made {
  readonly url: string;
  readonly endsAt: string;
}

export const previews = suite('previews', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;
  let documentId: string;
  const roles: number[] = [];

  const permission = (subject: string, fields: readonly string[], conditions: string[] = []) => ({
    action: READ,
    subject,
    properties: { fields },
    conditions,
  });
  /** Adds somebody of a role of their own. */
  const add = async (name: string, permissions: readonly object[]) => {
    const role = await strapi.service('admin::role').create({ name: `Previews of ${name}` });
    roles.push(role.id);
    await strapi.service('admin::role').assignPermissions(role.id, permissions);
    const email = `${name.toLowerCase()}@example.com`;
    const password = 'Sheets-of-2022';
    const person = { firstname: name, email, password, isActive: true, roles: [role.id] };
    const { id } = await strapi.service('admin::user').create(person);
    const { body } = await site.http.post('/admin/login').send({ email, password });
    return { id: id as number, role: role.id as number, token: body.data.token as string };
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
  });
  beforeEach(async () => {
    const tag = await strapi.documents('api::tag.tag').create({ data: { name: '要闻' } });
    const category = await strapi
      .documents('api::category.category')
      .create({ data: { name: '港口' } });
    ({ documentId } = await strapi.documents(POST).create({
      data: {
        title: '港口 <开航>',
        body: HOSTILE,
        excerpt: '第一行\n第二行',
        date: '2022-02-17T16:35:15.000Z',
        categories: [category.documentId],
        tags: [tag.documentId],
        sourceUrl: 'https://example.com/news?a=1&b=2',
        frontMatter: { secret: 'of the archive' },
      } as never,
    }));
  });
  afterEach(async () => {
    for (const uid of [POST, 'api::tag.tag', 'api::category.category'] as const) {
      await strapi.db.query(uid).deleteMany({});
    }
  });
  afterAll(async () => {
    await strapi.db.query('admin::user').deleteMany({});
    await strapi.service('admin::role').deleteByIds(roles);
  });

  const share = (as: string, body: object = {}, id = documentId, uid = POST) =>
    site.http
      .post(`/newsroom/previews/${uid}/${id}`)
      .set('Authorization', `Bearer ${as}`)
      .send(body);
  const linkOf = async (as = token, body: object = {}): Promise<string> => {
    const { body: answer } = await share(as, body).expect(200);
    return (answer.data as Made).url;
  };
  const open = (url: string, language = 'en') =>
    site.http.get(url).set('Accept-Language', language);
  const page = async (url: string, language = 'en'): Promise<string> =>
    (await open(url, language).expect(200)).text;
  const panelUrl = (as: string, query: object = {}, uid = POST) =>
    site.http
      .get(`/content-manager/preview/url/${uid}`)
      .query({ documentId, ...query })
      .set('Authorization', `Bearer ${as}`)
      .set('Accept-Language', 'zh-Hans');

  it('show all of a draft to whoever has the link', async () => {
    const shown = await page(await linkOf());
    for (const words of [
      ...['<h1>港口 &lt;开航&gt;</h1>', 'Draft, not published', '<dt>Categories</dt><dd>港口</dd>'],
      ...['<dt>Tags</dt><dd>要闻</dd>', 'February 18, 2022 at 12:35', '第一行\n第二行'],
      ...['href="https://example.com/news?a=1&amp;b=2"', '<img alt="图" src="/uploads/a.png" />'],
      ...['<html lang="en">', 'as it was last saved'],
    ]) {
      expect(shown).toContain(words);
    }
    // Neither what the form does not show, nor what is no text.
    expect(shown).not.toContain('of the archive');
    expect(shown).not.toContain('lin@example.com');
  });

  it('speak the language of whoever opens them', async () => {
    const shown = await page(await linkOf(), 'zh-CN,zh;q=0.9,en;q=0.8');
    expect(shown).toContain('<html lang="zh-Hans">');
    expect(shown).toContain('草稿，尚未发布');
    expect(shown).toContain('<dt>分类</dt><dd>港口</dd>');
    expect(shown).toMatch(/2022年2月18日.*0?0:35/u);
    expect(await page(await linkOf(), 'fr')).toContain('<html lang="en">');
  });

  it('run nothing of a hostile body, and send nothing', async () => {
    const shown = await page(await linkOf());
    expect(shown).toContain('文章');
    expect(shown).toContain('链接');
    expect(shown).not.toMatch(
      /<(?:script|iframe|form|button|base|svg|object)|onerror|onload|javascript:|http-equiv/iu
    );
  });

  it('are kept by nobody, run nothing, and tell nobody their address', async () => {
    const { headers, text } = await open(await linkOf()).expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'; img-src 'self' http: https: data:");
    const [, style = ''] = /<style>([^<]*)<\/style>/u.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}';`);
    expect(policy).toContain("frame-ancestors 'self'; sandbox");
    expect(policy).not.toMatch(/unsafe|script-src|allow-scripts|allow-same-origin/u);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('show the document as it is when they are opened', async () => {
    const url = await linkOf();
    await strapi.documents(POST).publish({ documentId });
    expect(await page(url)).toContain('<p class="status">Published</p>');
    await strapi.documents(POST).update({ documentId, data: { title: '改了' } as never });
    expect(await page(url)).toMatch(/changed since it was published[\s\S]*<h1>改了<\/h1>/u);
    const published = await page(await linkOf(token, { status: 'published' }));
    expect(published).toMatch(/its draft has changes[\s\S]*港口/u);
  });

  it('are gone with their document', async () => {
    const url = await linkOf();
    await strapi.documents(POST).delete({ documentId });
    const { text } = await open(url).expect(410);
    expect(text).toContain('This document is gone');
    expect((await open(url, 'zh').expect(410)).text).toContain('此文档已不存在');
  });

  it('of what is published are gone when it is not any more', async () => {
    await strapi.documents(POST).publish({ documentId });
    const url = await linkOf(token, { status: 'published' });
    await strapi.documents(POST).unpublish({ documentId });
    expect((await open(url).expect(410)).text).toContain('not published any more');
  });

  it('end after a week', async () => {
    const { body } = await share(token).expect(200);
    const { url, endsAt } = body.data as Made;
    const left = new Date(endsAt).getTime() - Date.now();
    expect(Math.abs(left - 7 * DAY)).toBeLessThan(60_000);
    // As it will be then: made a week earlier.
    const key = linkKey(String(strapi.config.get('admin.auth.secret')));
    const made = openLink(key, tokenOf(url), Date.now());
    if (made.kind !== 'valid') throw new Error(made.kind);
    expect(made.endsAt).toBe(new Date(endsAt).getTime());
    await open(linkTo(signLink(key, made.link, Date.now() + 60_000))).expect(200);
    const ended = open(linkTo(signLink(key, made.link, Date.now())), 'zh-Hans');
    const { text, headers } = await ended.expect(410);
    expect(text).toContain('此链接已失效');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('are unknown where somebody has made them up', async () => {
    const url = await linkOf();
    const end = url.slice(-12);
    const others = [
      url.replace(end, 'A'.repeat(12)),
      '/newsroom/previews',
      '/newsroom/previews?token=a&token=b',
      `/newsroom/previews?token=${token}`,
      `/newsroom/previews?token=${'a'.repeat(5000)}`,
    ];
    for (const other of others) {
      const { text, headers } = await open(other).expect(404);
      expect(text).toContain('There is no such preview');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('are no way into anything else', async () => {
    const url = await linkOf();
    const stolen = tokenOf(url);
    for (const path of [
      '/admin/users/me',
      `/content-manager/collection-types/${POST}`,
      '/api/posts?status=draft',
    ]) {
      const { status } = await site.http.get(path).set('Authorization', `Bearer ${stolen}`);
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it('end with the right of who has made them', async () => {
    const chen = await add('Chen', [permission(POST, ['title', 'body'])]);
    const url = await linkOf(chen.token);
    expect(await page(url)).toContain('港口');
    const query = strapi.db.query('admin::user');
    await query.update({ where: { id: chen.id }, data: { blocked: true } });
    expect((await open(url).expect(410)).text).toContain('This link has ended');
    await query.update({ where: { id: chen.id }, data: { blocked: false, isActive: false } });
    await open(url).expect(410);
    await query.update({ where: { id: chen.id }, data: { isActive: true } });
    await open(url).expect(200);
    await strapi.service('admin::role').assignPermissions(chen.role, []);
    expect((await open(url, 'zh').expect(410)).text).toContain('此链接已失效');
    await strapi.service('admin::role').assignPermissions(chen.role, [permission(POST, ['title'])]);
    await open(url).expect(200);
    await query.delete({ where: { id: chen.id } });
    await open(url).expect(410);
  });

  it('show what their maker may read, and no more', async () => {
    const mei = await add('Mei', [
      permission(POST, ['title', 'tags', 'categories']),
      permission('api::tag.tag', ['slug']),
    ]);
    const shown = await page(await linkOf(mei.token));
    expect(shown).toContain('港口 &lt;开航&gt;');
    for (const hidden of ['文章', '第一行', '要闻', '<dd>港口</dd>', 'example.com/news']) {
      expect(shown).not.toContain(hidden);
    }
  });

  it('are for those alone who may see the document', async () => {
    const guest = await add('Guest', []);
    const own = await add('Owner', [permission(POST, ['title'], ['admin::is-creator'])]);
    expect((await share(guest.token)).status).toBe(403);
    expect((await share(own.token)).status).toBe(403);
    expect((await site.http.post(`/newsroom/previews/${POST}/${documentId}`)).status).toBe(401);
    expect((await panelUrl(guest.token)).status).toBe(204);
    expect((await panelUrl(own.token)).status).toBe(204);
    await strapi.db.query(POST).updateMany({ where: { documentId }, data: { createdBy: own.id } });
    expect((await panelUrl(own.token)).status).toBe(200);
    const url = await linkOf(own.token);
    await open(url).expect(200);
    await strapi.db.query(POST).updateMany({ where: { documentId }, data: { createdBy: null } });
    await open(url).expect(410);
  });

  it('are not for a token of the panel’s, which may do less than its owner', async () => {
    const owner = await add('Robot', [permission(POST, ['title', 'body'])]);
    const user = await strapi.db
      .query('admin::user')
      .findOne({ where: { id: owner.id }, populate: ['roles'] });
    const { accessKey } = await strapi.service('admin::api-token-admin').create(
      {
        name: 'robot',
        description: '',
        kind: 'admin',
        lifespan: null,
        adminPermissions: [permission(POST, ['title'])],
      },
      user
    );
    const read = await site.http
      .get(`/content-manager/collection-types/${POST}/${documentId}`)
      .set('Authorization', `Bearer ${accessKey}`);
    expect([read.status, read.body.data?.body]).toEqual([200, undefined]);
    expect((await share(owner.token)).status).toBe(200);
    expect((await share(accessKey)).status).toBe(403);
  });

  it('are refused for what is not served, not there, or badly asked for', async () => {
    expect((await share(token, {}, 'nothere')).status).toBe(404);
    expect((await share(token, {}, documentId, 'admin::user')).status).toBe(404);
    expect((await share(token, {}, documentId, 'constructor')).status).toBe(404);
    expect((await share(token, { status: 'published' })).status).toBe(404);
    for (const body of [
      { status: 'all' },
      { locale: 7 },
      { locale: 'x'.repeat(300) },
      { days: 99 },
    ]) {
      expect((await share(token, body)).status).toBe(400);
    }
  });

  it('are what the panel’s own preview shows, in the language of the panel', async () => {
    const { body, status } = await panelUrl(token, { status: 'modified' });
    expect([status, body.data.url]).toEqual([
      200,
      expect.stringMatching(/^\/newsroom\/previews\?token=/u),
    ]);
    const shown = await page(body.data.url, 'en');
    expect(shown).toContain('草稿，尚未发布');
    expect(shown).not.toContain('持有此网址');
    expect((await panelUrl(token, {}, 'plugin::users-permissions.user')).status).toBe(204);
    expect((await panelUrl(token, { status: 'published' })).status).toBe(204);
    expect((await panelUrl(token, { documentId: 'nothere' })).status).toBe(204);
  });

  it('leave no token in the log', async () => {
    const lines: string[] = [];
    const { transports } = strapi.log as unknown as { transports: { log: unknown }[] };
    const [transport] = transports;
    if (transport === undefined) throw new Error('nothing is logged');
    const { log } = transport;
    const { level } = strapi.log;
    strapi.log.level = 'http';
    transport.log = (entry: { message: string }, done: () => void) => {
      lines.push(entry.message);
      done();
    };
    await open(await linkOf()).expect(200);
    transport.log = log;
    strapi.log.level = level;
    const told = lines.filter((line) => line.includes('GET /newsroom/previews'));
    expect(told).toEqual([expect.stringContaining('/newsroom/previews?token=… (')]);
  });
});
