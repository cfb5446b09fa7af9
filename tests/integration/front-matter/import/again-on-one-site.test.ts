import { onEachDatabase } from '../../harness/on-each-database';
import { dailyHabit } from './daily-habit.suite';
import { reimport } from './reimport.suite';

onEachDatabase([dailyHabit, reimport]);
