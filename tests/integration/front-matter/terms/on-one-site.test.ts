import { onEachDatabase } from '../../harness/on-each-database';
import { terms } from './terms.suite';
import { nestedCategories } from './nested-categories.suite';

onEachDatabase([terms, nestedCategories]);
