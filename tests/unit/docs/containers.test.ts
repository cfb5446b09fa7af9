import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.join(__dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** An image of the default registry, with a version and without a host. */
const IMAGE = /^[a-z][a-z0-9-]*:[\w.-]+$/u;

const INSTRUCTIONS = /^(?:FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|CMD) \S/u;

interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** The instructions of a Dockerfile, those of several lines as one. */
const instructionsOf = (text: string): readonly Instruction[] =>
  text
    .replace(/^#.*\n/gmu, '')
    .replace(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      expect(line).toMatch(INSTRUCTIONS);
      const [, name = '', words = ''] = /^(\w+) (.*)$/u.exec(line) ?? [];
      return { name, words };
    });

const stagesOf = (instructions: readonly Instruction[]): readonly (readonly Instruction[])[] =>
  instructions.reduce<Instruction[][]>((stages, one) => {
    if (one.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(one);
    return stages;
  }, []);

describe('the Dockerfile', () => {
  const stages = stagesOf(instructionsOf(read('Dockerfile')));
  const last = stages.at(-1) ?? [];
  const of = (name: string) => last.filter((one) => one.name === name).map(({ words }) => words);

  it('builds in a stage of its own, from images with a version and no host', () => {
    expect(stages).toHaveLength(2);
    for (const [from] of stages) expect(from?.words.split(' ')[0]).toMatch(IMAGE);
  });

  it('copies what there is, and every package before it installs them', () => {
    const copied = (stages[0] ?? [])
      .filter(({ name }) => name === 'COPY')
      .flatMap(({ words }) => words.split(' ').slice(0, -1));
    for (const file of copied)
      expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
    const plugins = readdirSync(path.join(root, 'src/plugins')).map((name) => `plugins/${name}`);
    const packages = ['kit', ...plugins].map((name) => `src/${name}/package.json`);
    expect(copied).toEqual(expect.arrayContaining(packages));
  });

  it('takes to the last stage all that a site runs from, and no secret', () => {
    const copied = of('COPY').flatMap((words) =>
      words.split(' ').filter((word) => /^\/app\//u.test(word))
    );
    expect(copied.map((place) => place.slice('/app/'.length)).sort()).toEqual([
      ...['config', 'database', 'dist', 'node_modules', 'package.json', 'public', 'src'],
      'tsconfig.json',
    ]);
  });

  it('does not run as root, says whether it is well, and hears the signal to stop', () => {
    expect(of('USER')).toEqual(['node']);
    expect(of('HEALTHCHECK').join()).toContain('/_health');
    const [command = ''] = of('CMD');
    expect(JSON.parse(command)).toEqual(['node_modules/.bin/strapi', 'start']);
    const [, check = ''] = /CMD (\[.*\])$/u.exec(of('HEALTHCHECK').join()) ?? [];
    expect(JSON.parse(check)).toHaveLength(3);
  });

  it('is not sent what is made, or secret', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '**/dist', '.env', '.git']));
  });
});

const service = z.strictObject({
  build: z.literal('.').optional(),
  image: z.string().regex(IMAGE).optional(),
  init: z.boolean().optional(),
  restart: z.literal('unless-stopped'),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/u)
    .optional(),
  ports: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/u)).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) })
    )
    .optional(),
  healthcheck: z.strictObject({ test: z.array(z.string()), interval: z.string() }).optional(),
  command: z.array(z.string()).optional(),
});

describe('compose.yaml', () => {
  const file = z
    .strictObject({
      services: z.record(z.string(), service),
      volumes: z.record(z.string(), z.strictObject({})),
    })
    .parse(parse(read('compose.yaml')));
  const services = Object.values(file.services);

  it('names services and volumes that there are', () => {
    for (const { depends_on: others = {}, volumes = [] } of services) {
      for (const [name, { condition }] of Object.entries(others)) {
        const isAwaited = condition === 'service_healthy';
        expect(file.services[name]?.healthcheck !== undefined).toBe(isAwaited);
      }
      for (const volume of volumes) expect(file.volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
  });

  it('gives the site settings that it knows, and no secret of its own', () => {
    const known = read('README.md') + read('src/plugins/delivery/README.md');
    for (const [name, value] of Object.entries(file.services['site']?.environment ?? {})) {
      expect(known).toContain(name.replace(/^DATABASE(?=_(?:NAME|USERNAME|PASSWORD)$)/u, ''));
      if (/KEY|SECRET|SALT|PASSWORD|TOKEN/u.test(name))
        expect(value).toMatch(/^\$\{\w+:[?-].*\}$/u);
    }
  });

  it('waits longer than requests are finished for when it stops', () => {
    expect(Number.parseInt(file.services['site']?.stop_grace_period ?? '')).toBeGreaterThan(10);
  });
});
