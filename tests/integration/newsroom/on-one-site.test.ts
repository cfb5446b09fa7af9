import { onEachDatabase } from '../harness/on-each-database';
import { widgetsOfHome } from './home.suite';
import { languagesOfErrors } from './languages.suite';
import { listsWithNames } from './lists.suite';
import { openForms } from './open-forms.suite';
import { previews } from './previews.suite';
import { saves } from './saves.suite';
import { schedules } from './schedule.suite';

onEachDatabase([
  openForms,
  saves,
  listsWithNames,
  languagesOfErrors,
  previews,
  schedules,
  widgetsOfHome,
]);
