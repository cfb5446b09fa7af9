/** As much of an action of the panel's store as is looked at here. */
interface Action {
  readonly type?: unknown;
  readonly payload?: { readonly queryCacheKey?: unknown };
}

const isOfForm = ({ type, payload }: Action): boolean =>
  type === 'adminApi/queries/queryResultPatched' &&
  typeof payload?.queryCacheKey === 'string' &&
  payload.queryCacheKey.startsWith('getDocument(');

/**
 * Strapi puts what is being saved into the data that its form is made from, and takes it back when the save fails:
 * that fills the form with what it was before, and all that was typed is gone. Left out, the data are what the server
 * has answered, at any time.
 */
export const keepFormData =
  () =>
  () =>
  <Sent, Done>(next: (action: Sent) => Done) =>
  (action: Sent): Done | Sent =>
    typeof action === 'object' && action !== null && isOfForm(action) ? action : next(action);
