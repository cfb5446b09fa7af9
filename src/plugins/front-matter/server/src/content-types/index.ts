import change from './change/schema.json';
import contest from './contest/schema.json';
import record from './record/schema.json';
import run from './run/schema.json';
import term from './term/schema.json';

export default {
  record: { schema: record },
  run: { schema: run },
  change: { schema: change },
  term: { schema: term },
  contest: { schema: contest },
};
