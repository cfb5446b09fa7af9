// No folder is a drawer: says which hold more files than one can take in at a glance, and fails.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const MOST_FILES = 15;
const LOOKED_AT = ['config', 'database', 'scripts', 'src', 'tests', ':!tests/fixtures'];

const tracked = execFileSync('git', ['ls-files', '-z', ...LOOKED_AT], { encoding: 'utf8' });
const counts = new Map();
for (const file of tracked.split('\0').filter(Boolean)) {
  const folder = path.dirname(file);
  counts.set(folder, (counts.get(folder) ?? 0) + 1);
}

const crowded = [...counts].filter(([, count]) => count > MOST_FILES);
for (const [folder, count] of crowded) {
  process.stderr.write(`${folder} holds ${count} files; part it: at most ${MOST_FILES}\n`);
}
process.exitCode = crowded.length > 0 ? 1 : 0;
