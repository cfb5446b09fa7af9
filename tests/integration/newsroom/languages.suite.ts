import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';

const POSTS = '/content-manager/collection-types/api::post.post';

export const languagesOfErrors = suite('what editors are told, in their language', (current) => {
  let site: TestSite;
  let token: string;
  let documentId: string;

  beforeAll(async () => {
    site = current();
    token = await signIn(site);
    await save({ title: '占用', slug: 'taken' }).expect(201);
    documentId = (await save({ title: '空闲', slug: 'free' }).expect(201)).body.data.documentId;
  });

  const save = (data: object, language = '') => {
    const asked = site.http.post(POSTS).set('Authorization', `Bearer ${token}`);
    return (language === '' ? asked : asked.set('Accept-Language', language)).send(data);
  };

  it.each([
    ['zh-Hans', '网址别名“taken”已被占用，“taken-2”可以使用。'],
    ['zh-CN,zh;q=0.9,en;q=0.8', '网址别名“taken”已被占用，“taken-2”可以使用。'],
    ['en', 'The slug "taken" is taken. "taken-2" is free.'],
    ['fr', 'The slug "taken" is taken. "taken-2" is free.'],
    ['', 'The slug "taken" is taken. "taken-2" is free.'],
  ])(
    'is said by a panel in "%s" of a slug that is taken, beside its field, too',
    async (language, said) => {
      const { body } = await save({ title: '再来', slug: 'taken' }, language).expect(400);
      expect(body.error.message).toBe(said);
      expect(body.error.details).toEqual({
        slug: 'taken',
        free: 'taken-2',
        errors: [{ path: ['slug'], message: said, name: 'ValidationError' }],
      });
    }
  );

  it('is said in Chinese of two versions of one document', async () => {
    const open = await site.http
      .get(`${POSTS}/${documentId}`)
      .set('Authorization', `Bearer ${token}`);
    const reading = JSON.stringify(open.body.meta.newsroom);
    await site.strapi.documents('api::post.post').update({ documentId, data: { title: '别人的' } });
    const { body } = await site.http
      .put(`${POSTS}/${documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', 'zh-Hans')
      .set('Newsroom-Reading', reading)
      .send({ title: '我的' })
      .expect(409);
    expect(body.error.message).toBe('有人同时修改了相同的字段，未保存任何内容。');
    expect(body.error.details.errors[0].message).toBe('有人同时修改了此处。');
  });

  it('is said in Chinese of what Strapi itself refuses', async () => {
    const { body } = await site.http
      .post('/admin/login')
      .set('Accept-Language', 'zh-Hans')
      .send({ email: 'lin@example.com', password: 'wrong' })
      .expect(400);
    expect(body.error.message).toBe('邮箱或密码不正确');
  });

  it('is said in Chinese of what no database can keep', async () => {
    const { body } = await save({ title: 'NUL\u0000' }, 'zh-Hans').expect(400);
    expect(body.error.message).toBe('含有 NUL 字符的文字无法保存，请将其删去。');
  });

  it('is said in English to frontends, whatever their visitors speak', async () => {
    const { body } = await site.http
      .get('/api/posts?filters[date][$eq]=never')
      .set('Accept-Language', 'zh-Hans')
      .expect(400);
    expect(body.error.message).toMatch(/^[\x20-\x7e]+$/u);
  });
});
