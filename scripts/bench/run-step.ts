import { spawn } from 'node:child_process';
import path from 'node:path';
import { environment } from '../site/environment';

/**
 * As `npm run archive` starts Node: with room for what is made of a batch (MiB, twice what V8
 * takes), so that little of it has to be moved before it is garbage.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  'step-import': ['--max-semi-space-size=32'],
  'growth/step-archive': ['--max-semi-space-size=32'],
};

/**
 * Runs one step in a process of its own, so that no step warms up or fills the memory of another.
 *
 * @param step the base name of a file beside this one; its last line of output is its result
 */
export const runStep = <Result>(
  step: string,
  database: string,
  words: readonly string[] = []
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const file = path.join(__dirname, `${step}.js`);
    const child = spawn(process.execPath, [...(FLAGS[step] ?? []), file, ...words], {
      env: environment(database),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = output.trimEnd().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as Result);
      else reject(new Error(`The step "${step}" of the benchmark ended with ${code}.`));
    });
  });
