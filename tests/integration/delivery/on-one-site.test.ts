import { onEachDatabase } from '../harness/on-each-database';
import { cache } from './cache.suite';
import { loadTogether } from './load-together.suite';
import { pages } from './pages/pages.suite';

onEachDatabase([cache, loadTogether, pages]);
