import { DateCell } from '../components/DateCell';
import { ScheduledTitle } from '../components/schedule/ScheduledTitle';
import { NamesCell } from '../components/NamesCell';
import { servedTypeOf } from '../served-type';

/** The content manager's door for the columns of a list. */
export const LIST_COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';

type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly name: string;
  readonly attribute?: { readonly type?: string };
  readonly cellFormatter?: (row: Row) => React.ReactNode;
}

interface List {
  readonly displayedHeaders: readonly Column[];
  readonly layout: {
    readonly options: object;
    readonly settings?: { readonly mainField?: string };
  };
}

/**
 * Shows what related documents are called instead of how many there are, dates as short as they can be read, and under
 * titles what is scheduled.
 */
export const showColumns = (list: List): List => {
  const served = servedTypeOf(list.layout.options);
  if (served === null) return list;
  const cellOf = ({ name, attribute, cellFormatter }: Column): Column['cellFormatter'] => {
    if (cellFormatter !== undefined) return cellFormatter;
    if (served.isScheduled && name === list.layout.settings?.mainField) {
      return (row) => <ScheduledTitle title={row[name]} row={row} />;
    }
    if (attribute?.type === 'datetime') return (row) => <DateCell value={row[name]} />;
    const relation = served.relations.find(({ attribute: own }) => own === name);
    if (relation === undefined) return undefined;
    return (row) => <NamesCell related={row[name]} attribute={relation.name} />;
  };
  const displayedHeaders = list.displayedHeaders.map((column) => {
    const cellFormatter = cellOf(column);
    return cellFormatter === undefined ? column : { ...column, cellFormatter };
  });
  return { ...list, displayedHeaders };
};
