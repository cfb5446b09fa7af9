import { z } from '@strapi/utils';
import type { DescribedAnswers } from 'strapi-plugin-kit/answers';

/** A part of a description. */
type Part = Record<string, unknown>;

interface Answer {
  description: string;
  content?: Readonly<Record<string, { readonly schema: Part }>>;
}

interface Operation {
  parameters?: readonly { readonly name: string; readonly in: string }[];
  responses: Record<string, Answer>;
}

/** An OpenAPI document, as much of it as is completed. */
export interface Description {
  servers: readonly { readonly url: string; readonly description?: string }[];
  security: readonly Part[];
  components: { schemas: Record<string, Part> };
  readonly paths: Readonly<Record<string, Record<string, Operation>>>;
}

/** What a document is completed with. */
interface Facts {
  /** Where the paths begin; null where the document says it. */
  readonly server: string | null;
  /** Whether requests may be sent without a token. */
  readonly isOpen: boolean;
  /** What has a name in the document. */
  readonly schemas: ReadonlyMap<string, z.ZodType>;
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly answers?: DescribedAnswers;
  }[];
}

const NAMES = '#/components/schemas/';

const ERROR = 'ErrorAnswer';

/** https://docs.strapi.io/cms/error-handling */
const error: Part = {
  type: 'object',
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      properties: {
        status: { type: 'integer' },
        name: { type: 'string' },
        message: { type: 'string' },
        details: {},
      },
      required: ['status', 'name', 'message'],
    },
  },
  required: ['data', 'error'],
};

/** A schema as JSON, with references to those that have names. */
const written = (schema: z.ZodType, schemas: Facts['schemas']): Part => {
  const registry = z.registry<{ id: string }>();
  registry.add(schema, { id: 'written' });
  for (const [id, named] of schemas) registry.add(named, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `${NAMES}${id}` });
  const { $id: _, ...part } = made.schemas['written'] as Part;
  return part;
};

const completeAnswers = ({ paths }: Description, { routes, schemas }: Facts): void => {
  for (const { method, path, answers = {} } of routes) {
    const operation = paths[path.replace(/:(\w+)/gu, '{$1}')]?.[method.toLowerCase()];
    for (const [status, { description, content }] of Object.entries(answers)) {
      if (operation === undefined) continue;
      const media = Object.entries(content ?? {}).map(
        ([type, schema]) => [type, { schema: written(schema, schemas) }] as const
      );
      operation.responses[status] = {
        description,
        ...(media.length === 0 ? {} : { content: Object.fromEntries(media) }),
      };
    }
  }
};

const completeOperation = (path: string, operation: Operation): void => {
  const parameters = operation.parameters ?? [];
  const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const missing = named.filter(
    (wanted) => !parameters.some(({ name, in: place }) => place === 'path' && name === wanted)
  );
  operation.parameters = [
    ...parameters,
    ...missing.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  ];
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (Number(status) < 400) continue;
    answer.content ??= { 'application/json': { schema: { $ref: `${NAMES}${ERROR}` } } };
  }
};

/** The names that a part of a description refers to. */
const referredBy = (part: unknown): readonly string[] =>
  [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/gu)].map(
    ([, name = '']) => name
  );

/** Leaves out what is named and not referred to: Strapi names its own descriptions of documents, beside ours. */
const dropUnused = ({ paths, components }: Description): void => {
  const used = new Set<string>();
  const waiting = [...referredBy(paths)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = components.schemas[name];
    if (used.has(name) || schema === undefined) continue;
    used.add(name);
    waiting.push(...referredBy(schema));
  }
  for (const name of Object.keys(components.schemas)) {
    if (!used.has(name)) delete components.schemas[name];
  }
};

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;

/** Leaves out defaults that are the moment of the description: Strapi has such for dates. */
const withoutMoments = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === 'default' && typeof part === 'string' && MOMENT.test(part) ? undefined : part
    )
  ) as Value;

/**
 * Completes what Strapi says of an application: where its paths begin, that no token is asked of everybody, what routes
 * answer with beside JSON, and what an error is. The same application is always described in the same words.
 */
export const completeDescription = (document: Description, facts: Facts): Description => {
  const description = withoutMoments(document);
  if (facts.server !== null) description.servers = [{ url: facts.server }];
  if (facts.isOpen) description.security = [{}, ...description.security];
  description.components.schemas[ERROR] = error;
  completeAnswers(description, facts);
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const operation of Object.values(operations)) completeOperation(path, operation);
  }
  dropUnused(description);
  return description;
};
