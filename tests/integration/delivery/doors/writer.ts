import type { Core, UID } from '@strapi/strapi';
import type { DatabaseKind } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { archiveFolder, postText } from '../../front-matter/archive-folder';
import { importInto, rollBack } from '../../front-matter/importing';
import { DATES, type Kind, LINKS, type Step, TERMS } from './step';

/** Typed as any type's, since the types of a type's own values know no null. */
const POST: UID.ContentType = 'api::post.post';

interface Term {
  readonly id: number;
  readonly documentId: string;
}

const pick = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(items.length, 1)];

class Undone extends Error {}

/** As discarding where nothing is published; an error of the database is no such answer. */
export const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Error && /^(?:NotFound|Validation|Application)Error$/u.test(error.name))) {
    throw error;
  }
};

/** Writes to a site by all doors. */
export const writerOn = (strapi: Core.Strapi, kind: DatabaseKind) => {
  const table = (name: string) => strapi.db.getConnection(name);
  const stored = (date: string | null) => {
    if (date === null) return null;
    return kind.name === 'sqlite' ? Date.parse(date) : new Date(date);
  };
  const rows = (): Promise<{ id: number; document_id: string; published_at: unknown }[]> =>
    table('posts').orderBy('id').select('id', 'document_id', 'published_at');
  const documents = async () => [...new Set((await rows()).map((row) => row.document_id))];
  const termsOf = (of: Kind): Promise<Term[]> =>
    strapi.db.query(TERMS[of]).findMany({ select: ['id', 'documentId'], orderBy: 'id' });

  const begin = async (): Promise<void> => {
    await emptySite(strapi);
    for (const of of Object.values(TERMS)) {
      for (const name of ['a', 'b', 'c']) await strapi.documents(of).create({ data: { name } });
    }
  };

  const importSome = async (undo: boolean): Promise<void> => {
    const folder = await archiveFolder();
    for (const day of ['01', '02', '03']) {
      await folder.write(
        `_posts/2022-03-${day}-a.md`,
        postText({ date: `2022-03-${day} 08:00:00 +0800`, categories: 'a', tags: '[b, d]' })
      );
    }
    const imported = await importInto(strapi, folder.root, { name: `at ${performance.now()}` });
    if (undo) await rollBack(strapi, imported.report.run);
    await folder.drop();
  };

  /** Takes one step, as far as there is anything to take it on. */
  const take = async ({ door, who, date, kind: of, terms }: Step): Promise<void> => {
    const posts = strapi.documents(POST);
    const all = await rows();
    const row = pick(all, who);
    const documentId = pick(await documents(), who) ?? '';
    const known = await termsOf(of);
    const chosen = terms.flatMap((index) => known[index] ?? []);
    const term = pick(known, who);
    const links = `posts_${of}_lnk`;
    const column = LINKS[of];
    const data: Record<string, unknown> = {
      date,
      [of]: chosen.map((one) => one.documentId),
    };
    const there = documentId !== '' && row !== undefined;
    switch (door) {
      case 'create':
        await posts.create({ data: { title: 'x', ...data } });
        return;
      case 'createPublished':
        await posts.create({ data: { title: 'x', ...data }, status: 'published' });
        return;
      case 'import':
      case 'importAndRollBack':
        return importSome(door === 'importAndRollBack');
      case 'dropTerm':
        if (term !== undefined) await strapi.documents(TERMS[of]).delete(term);
        return;
      case 'renameTerm':
        if (term === undefined) return;
        await strapi
          .documents(TERMS[of])
          .update({ ...term, data: { name: `of ${date} ${term.documentId}` } });
        return;
      case 'rawRenameTerm':
        if (term !== undefined)
          await table(of)
            .where({ id: term.id })
            .update({ name: `${date}` });
        return;
      case 'rawDropTerm':
        if (term !== undefined) await table(of).where({ id: term.id }).delete();
        return;
      case 'queryMany':
        await strapi.db.query(POST).createMany({
          data: [date, null].map((published) => ({
            ...{ title: 'x', date, documentId: `many${who}`.padEnd(24, 'x') },
            publishedAt: published === null ? null : new Date(published),
          })),
        });
        return;
    }
    if (!there) return;
    switch (door) {
      case 'update':
        await posts.update({ documentId, data });
        return;
      case 'publish':
        await posts.publish({ documentId });
        return;
      case 'unpublish':
        await posts.unpublish({ documentId });
        return;
      case 'discard':
        await posts.discardDraft({ documentId });
        return;
      case 'delete':
        await posts.delete({ documentId });
        return;
      case 'clone':
        await posts.clone({ documentId, data: { title: 'y' } });
        return;
      case 'query':
        await strapi.db.query(POST).update({
          where: { id: row.id },
          data: { date, [of]: { set: chosen.map(({ id }) => id) } },
        });
        return;
      case 'queryDelete':
        await strapi.db.query(POST).delete({ where: { id: row.id } });
        return;
      case 'rawUpdate':
        await table('posts')
          .where('id', '>=', row.id)
          .update({ date: stored(date) });
        return;
      case 'rawPublish':
        await table('posts')
          .where('id', '<=', row.id)
          .update({ published_at: stored(date) });
        return;
      case 'rawInsert':
        await table('posts').insert([
          { title: 'z', date: stored(date), published_at: stored(DATES[0]) },
          { title: 'z', date: stored(date), published_at: null },
        ]);
        return;
      case 'rawDelete':
        await table('posts').where({ id: row.id }).delete();
        return;
      case 'rawLink': {
        const others = chosen.map(({ id }) => ({ post_id: row.id, [column]: id }));
        await table(links).where({ post_id: row.id }).delete();
        if (others.length > 0) await table(links).insert(others);
        return;
      }
      case 'rawRelink':
        if (term === undefined || chosen[0] === undefined) return;
        await table(links).where(column, term.id).delete();
        await table(links)
          .where(column, chosen[0].id)
          .update({ [column]: term.id });
        return;
      case 'rawUnlink':
        if (term !== undefined) await table(links).where(column, term.id).delete();
        return;
      case 'rawReorder':
        await table(links).update({ [column.replace('_id', '_ord')]: who });
        return;
      case 'rolledBack':
        await expect(
          strapi.db.transaction(async ({ trx }) => {
            await strapi.db
              .getConnection('posts')
              .transacting(trx)
              .update({ date: stored(date) });
            await posts.publish({ documentId });
            throw new Undone();
          })
        ).rejects.toThrow(Undone);
    }
  };

  /** Published posts of all dates, in all categories. */
  const publishSome = async (): Promise<void> => {
    const ids = (await termsOf('categories')).map(({ documentId }) => documentId);
    for (const date of [...DATES, ...DATES]) {
      await strapi.documents(POST).create({
        data: { title: 'x', ...(date === null ? {} : { date }), categories: ids, tags: [] },
        status: 'published',
      });
    }
  };

  return { begin, take, publishSome };
};
