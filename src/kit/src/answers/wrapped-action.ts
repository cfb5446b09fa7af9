/** An action of a controller. */
type Action = (...given: never[]) => unknown;

const INNER = Symbol.for('strapi-plugin-kit.inner-action');

/** Marks an action that does what another one does, and adds fields to its answer. */
export const wrapAction = <Wrapped extends Action>(wrapped: Wrapped, inner: Action): Wrapped =>
  Object.assign(wrapped, { [INNER]: inner });

/** The action within those that only add fields to its answer. */
export const innerAction = (action: Action): Action => {
  const inner: unknown = Reflect.get(action, INNER);
  return typeof inner === 'function' ? innerAction(inner as Action) : action;
};
