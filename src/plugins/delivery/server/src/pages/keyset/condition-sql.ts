import { boundOf } from './bound';
import type { Condition } from './conditions-after';

/** A condition of a statement, and what stands in the place of each of its question marks. */
export interface ConditionSql {
  readonly sql: string;
  readonly bounds: readonly { readonly key: number; readonly isNext: boolean }[];
}

/** The column of a key. */
interface Column {
  /** Quoted. */
  readonly name: string;
  readonly type: string;
}

/** A condition as a statement has it. */
export const conditionSql = (condition: Condition, columns: readonly Column[]): ConditionSql => {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const inner = condition.of.map((one) => conditionSql(one, columns));
    return {
      sql: inner.map(({ sql }) => `(${sql})`).join(condition.kind === 'all' ? ' and ' : ' or '),
      bounds: inner.flatMap(({ bounds }) => bounds),
    };
  }
  const { key } = condition;
  const { name = '', type = '' } = columns[key] ?? {};
  if (condition.kind === 'compare') {
    const { by, isNext } = boundOf(condition.by, type);
    return { sql: `${name} ${by} ?`, bounds: [{ key, isNext }] };
  }
  return { sql: `${name} is ${condition.kind === 'null' ? 'null' : 'not null'}`, bounds: [] };
};
