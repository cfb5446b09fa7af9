import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const FORM = 'plugin::newsroom.open-form';

export const openForms = suite('forms that are open', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let lin: string;
  let chen: string;
  let nobody: string;
  let documentId: string;

  const add = async (name: string, roles: readonly (string | number)[]): Promise<string> => {
    const password = 'Sheets-of-2022';
    const person = { firstname: name, lastname: 'Li', email: `${name.toLowerCase()}@example.com` };
    await strapi.service('admin::user').create({ ...person, password, isActive: true, roles });
    const { email } = person;
    return (await site.http.post('/admin/login').send({ email, password })).body.data.token;
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    lin = await signIn(site);
    const editor = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-super-admin' } });
    const guest = await strapi.service('admin::role').create({ name: 'Guest of forms' });
    chen = await add('Chen', [editor.id]);
    nobody = await add('Nobody', [guest.id]);
  });
  beforeEach(async () => {
    documentId = (await strapi.documents(POST).create({ data: { title: '标题' } })).documentId;
  });

  const tell = (token: string, form: string, more: object = {}, id = documentId, uid = POST) =>
    site.http
      .post(`/newsroom/open-forms/${uid}/${id}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ form, locale: '', ...more });
  const others = async (token: string, form: string, more: object = {}) => {
    const { status, body } = await tell(token, form, more);
    return status === 200 ? body.data : [status, body.error.message];
  };
  const later = async (form: string, milliseconds: number): Promise<void> => {
    await strapi.db.query(FORM).updateMany({
      where: { form },
      data: { seenAt: new Date(Date.now() - milliseconds) },
    });
  };

  it('are told to who else has the document open, until they are closed', async () => {
    expect(await others(lin, 'form-of-lin')).toEqual([]);
    expect(await others(chen, 'form-of-chen')).toEqual([{ userName: 'Lin Wang', isOwn: false }]);
    expect(await others(lin, 'form-of-lin')).toEqual([{ userName: 'Chen Li', isOwn: false }]);
    await others(chen, 'form-of-chen', { isClosed: true });
    expect(await others(lin, 'form-of-lin')).toEqual([]);
  });

  it('are told of in another window, and each person once', async () => {
    await others(chen, 'form-of-chen');
    await others(chen, 'another-of-chen');
    await others(lin, 'form-of-lin');
    expect(await others(lin, 'another-of-lin')).toEqual([
      { userName: 'Chen Li', isOwn: false },
      { userName: 'Lin Wang', isOwn: true },
    ]);
  });

  it('are gone when they were not heard of for a minute and a half, and come back', async () => {
    await others(lin, 'form-of-lin');
    await others(chen, 'form-of-chen');
    await later('form-of-lin', 89_000);
    expect(await others(chen, 'form-of-chen')).toHaveLength(1);
    await later('form-of-lin', 91_000);
    expect(await others(chen, 'form-of-chen')).toEqual([]);
    await others(lin, 'form-of-lin');
    expect(await others(chen, 'form-of-chen')).toHaveLength(1);
  });

  it('leave nothing behind', async () => {
    await others(lin, 'form-of-lin');
    await later('form-of-lin', 100_000);
    await others(chen, 'form-of-chen');
    expect(await strapi.db.query(FORM).count({ where: { form: 'form-of-lin' } })).toBe(0);
  });

  it('of another language or document are none of theirs', async () => {
    await others(lin, 'form-of-lin', { locale: 'en' });
    expect(await others(chen, 'form-of-chen', { locale: 'zh' })).toEqual([]);
    const other = await strapi.documents(POST).create({ data: { title: '别的' } });
    expect((await tell(chen, 'another-of-chen', {}, other.documentId)).body.data).toEqual([]);
  });

  it('are nobody else’s to close or to keep open', async () => {
    await others(lin, 'form-of-lin');
    await others(chen, 'form-of-lin', { isClosed: true });
    expect(await others(chen, 'form-of-chen')).toHaveLength(1);
  });

  it('are told to nobody who may not see the document', async () => {
    await others(lin, 'form-of-lin');
    expect((await tell(nobody, 'form-of-nobody')).status).toBe(403);
    expect((await site.http.post(`/newsroom/open-forms/${POST}/${documentId}`)).status).toBe(401);
    expect((await tell(lin, 'form-of-lin', {}, 'nothere')).status).toBe(404);
    expect((await tell(lin, 'form-of-lin', {}, documentId, 'api::none.none')).status).toBe(404);
    expect((await tell(lin, 'form-of-lin', {}, documentId, 'constructor')).status).toBe(404);
  });

  it('are refused when they are named badly', async () => {
    for (const body of [{ form: 'short' }, { form: 'x'.repeat(65) }, { locale: 7 }]) {
      expect((await tell(lin, 'form-of-lin', body)).status).toBe(400);
    }
  });
});
