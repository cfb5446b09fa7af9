import type { Level } from './level';
import type { Slot, Statement } from './statement';

/** How an answer tells which part of a list it is: by pages, by places, or not at all. */
type Paging = 'pages' | 'places' | 'one';

/** How a list is read of what the database keeps. */
export interface KeptList {
  /** Its one row ends with how many documents there are; with null, or of no or several rows, nothing is kept. */
  readonly total: Statement;
  /** The documents, as the level's own statement has them; null where that reads them by their order. */
  readonly documents: Statement | null;
}

/** How a form of query is answered. */
export interface Plan {
  readonly uid: string;
  readonly level: Level;
  readonly paging: Paging;
  /** How many documents at most. */
  readonly limit: number;
  /** Null where the answer does not tell how many there are. */
  readonly count: Statement | null;
  /** Null where nothing is kept for it. */
  readonly kept: KeptList | null;
}

/** Changes the slots of all statements of a level, in one order. */
const mapLevel = (level: Level, map: (slot: Slot) => Slot): Level => ({
  ...level,
  statement: mapStatement(level.statement, map),
  relations: level.relations.map((relation) => ({
    ...relation,
    level: mapLevel(relation.level, map),
  })),
});

const mapStatement = ({ pieces, slots }: Statement, map: (slot: Slot) => Slot): Statement => ({
  pieces,
  slots: slots.map(map),
});

/** Changes the slots of all statements of a plan, in one order. */
export const mapSlots = (plan: Plan, map: (slot: Slot) => Slot): Plan => ({
  ...plan,
  level: mapLevel(plan.level, map),
  count: plan.count && mapStatement(plan.count, map),
  kept: plan.kept && {
    total: mapStatement(plan.kept.total, map),
    documents: plan.kept.documents && mapStatement(plan.kept.documents, map),
  },
});

/** The slots of all statements of a plan, in the order of `mapSlots`. */
export const slotsOf = (plan: Plan): readonly Slot[] => {
  const slots: Slot[] = [];
  mapSlots(plan, (slot) => {
    slots.push(slot);
    return slot;
  });
  return slots;
};
