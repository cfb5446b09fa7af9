import archive from './archive/schema.json';
import change from './change/schema.json';
import contest from './contest/schema.json';
import correction from './correction/schema.json';
import record from './record/schema.json';
import run from './run/schema.json';
import task from './task/schema.json';
import term from './term/schema.json';

export default {
  archive: { schema: archive },
  record: { schema: record },
  run: { schema: run },
  change: { schema: change },
  task: { schema: task },
  term: { schema: term },
  contest: { schema: contest },
  correction: { schema: correction },
};
