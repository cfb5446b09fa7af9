import type { Answer } from '../site/ask';
import { isObject, type Json, type JsonObject, parse } from './json';

type Change = (answer: Answer) => Answer;

const ofBody =
  (change: (body: JsonObject) => Json): Change =>
  (answer) => {
    const body = parse(answer.text);
    return isObject(body) ? { ...answer, text: JSON.stringify(change(body)) } : answer;
  };

type Entry = Record<string, Json>;

const ofEntries = (change: (entries: Entry[]) => Json): Change =>
  ofBody((body) => ({ ...body, data: change(structuredClone(body['data']) as Entry[]) }));

const ofEntry = (change: (entry: Entry) => Entry): Change =>
  ofEntries((entries) => entries.map((entry, index) => (index === 3 ? change(entry) : entry)));

const without = (entry: Entry, name: string): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));

const ofHeaders =
  (headers: Record<string, string>): Change =>
  (answer) => ({
    ...answer,
    headers: { ...answer.headers, ...headers },
  });

/** Answers that are wrong in one thing, by what it is, made of right ones to a list of posts. */
export const ALTERED: Readonly<Record<string, Change>> = {
  'a value': ofEntry((entry) => ({ ...entry, title: `${String(entry['title'])}.` })),
  'the type of a value': ofEntry((entry) => ({ ...entry, id: String(entry['id']) })),
  'nothing for an empty text': ofEntry((entry) => ({ ...entry, sourceName: 'of nobody' })),
  'an attribute that is missing': ofEntry((entry) => without(entry, 'slug')),
  'an attribute that is private': ofEntry((entry) => ({ ...entry, createdBy: null })),
  'a relation that is missing': ofEntry((entry) => without(entry, 'tags')),
  'a relation that has one less': ofEntries((entries) =>
    entries.map((entry) => ({ ...entry, tags: (entry['tags'] as Json[]).slice(1) }))
  ),
  'a relation in another order': ofEntries((entries) =>
    entries.map((entry) => ({ ...entry, tags: [...(entry['tags'] as Json[])].reverse() }))
  ),
  'the order': ofEntries((entries) => [...entries].reverse()),
  'an entry that is missing': ofEntries((entries) => entries.slice(1)),
  'an entry that is there twice': ofEntries((entries) => [
    ...entries.slice(1),
    ...entries.slice(1, 2),
  ]),
  'no entry at all': ofEntries(() => []),
  'a total': ofBody((body) => ({ ...body, meta: { pagination: { page: 1, total: 1 } } })),
  'an error': ofBody(() => ({ data: null, error: { status: 404 } })),
  'a status': (answer) => ({ ...answer, status: 203 }),
  'a body that is none': (answer) => ({ ...answer, text: '' }),
  'whose pages may read it': ofHeaders({ 'access-control-allow-origin': 'https://other.example' }),
  'what it varies by': ofHeaders({ vary: '' }),
  'how long it may be kept': ofHeaders({ 'cache-control': 'public, max-age=60' }),
  'a cookie': ofHeaders({ 'set-cookie': 'a=b' }),
};
