import Database from 'better-sqlite3';
import { tell, withApp } from '../site/boot';

const [appDir = '', source = '', sample = '300'] = process.argv.slice(2);

interface Post {
  readonly id: number;
  readonly title: string;
  readonly slug: string;
  readonly date: number;
  readonly body: string;
  readonly excerpt: string | null;
  readonly source_code: string | null;
  readonly source_key: string | null;
  readonly source_url: string | null;
  readonly source_name: string | null;
  readonly front_matter: string;
}

const from = new Database(source, { readonly: true });
const posts = from
  .prepare('select * from posts where published_at is not null order by id limit ?')
  .all(Number(sample)) as readonly Post[];
const slugsOf = (kind: 'categories' | 'tags', id: string, post: number): readonly string[] =>
  (
    from
      .prepare(
        `select t.slug from ${kind} t join posts_${kind}_lnk l on l.${id} = t.id where l.post_id = ?`
      )
      .all(post) as readonly { readonly slug: string }[]
  ).map(({ slug }) => slug);

/** The same posts one by one, as a script by Strapi's own manual would import them. */
void withApp(appDir, async (strapi) => {
  const known = new Map<string, string>();
  const term = async (uid: 'api::category.category' | 'api::tag.tag', slug: string) => {
    const found = known.get(`${uid} ${slug}`);
    if (found !== undefined) return found;
    const { documentId } = await strapi.documents(uid).create({ data: { name: slug, slug } });
    known.set(`${uid} ${slug}`, documentId);
    return documentId;
  };
  const start = performance.now();
  for (const post of posts) {
    const categories: string[] = [];
    for (const slug of slugsOf('categories', 'category_id', post.id)) {
      categories.push(await term('api::category.category', slug));
    }
    const tags: string[] = [];
    for (const slug of slugsOf('tags', 'tag_id', post.id))
      tags.push(await term('api::tag.tag', slug));
    await strapi.documents('api::post.post').create({
      data: {
        title: post.title,
        slug: post.slug,
        date: new Date(post.date).toISOString(),
        body: post.body,
        excerpt: post.excerpt,
        sourceCode: post.source_code,
        sourceKey: post.source_key,
        sourceUrl: post.source_url,
        sourceName: post.source_name,
        frontMatter: JSON.parse(post.front_matter),
        categories,
        tags,
      },
      status: 'published',
    });
  }
  tell({ documents: posts.length, seconds: (performance.now() - start) / 1000 });
});
