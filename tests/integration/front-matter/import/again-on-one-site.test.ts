import { onEachDatabase } from '../../harness/on-each-database';
import { dailyHabit } from './daily-habit.suite';
import { futurePosts } from './future.suite';
import { reimport } from './reimport.suite';
import { someFiles } from './some-files.suite';

onEachDatabase([dailyHabit, reimport, futurePosts, someFiles]);
