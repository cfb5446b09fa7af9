import { createServer, type IncomingMessage } from 'node:http';
import { answerQuestions } from '../../../site/workers';
import { bareAnswers } from './bare/answers';
import { openDatabase } from './bare/database';
import { KEPT } from './bare/statements';
import { listen } from './listen';
import { watchUsage } from './usage';

const database = openDatabase();

/** What bounds every request: Node's own server, and the fewest statements that make its answer. */
const serve = async (): Promise<void> => {
  await database.run(KEPT);
  const answers = bareAnswers(database);

  const answer = ({ url = '' }: IncomingMessage): Promise<object> | null => {
    const [path, query] = url.split('?', 2);
    if (path === '/graphql') return answers.graphql();
    if (path !== '/api/posts') return null;
    const asked = new URLSearchParams(query);
    const slug = asked.get('filters[slug][$eq]');
    if (slug !== null) return answers.slug(slug);
    const category = asked.get('filters[categories][slug][$eq]');
    if (category !== null) return answers.category(category);
    const words = asked.get('_q');
    if (words !== null) return answers.search(words);
    if (asked.has('fields[0]')) return answers.leanList();
    return answers.list(Number(asked.get('pagination[page]') ?? 1));
  };

  const server = createServer((incoming, outgoing) => {
    const made = answer(incoming);
    if (made === null) {
      outgoing.writeHead(incoming.url === '/_health' ? 204 : 404).end();
      return;
    }
    made.then(
      (json) => {
        const text = JSON.stringify(json);
        outgoing.writeHead(200, {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(text),
        });
        outgoing.end(text);
      },
      (error: unknown) => outgoing.writeHead(500).end(String(error))
    );
  });

  const port = await listen(server);
  await answerQuestions({ port: () => port, ...watchUsage() });
  process.exit();
};

void serve();
