/** As much of the permissions that a role may have as is named here. */
interface Layout {
  readonly sections?: {
    readonly plugins?: readonly Action[];
    readonly [section: string]: unknown;
  };
}

/** A permission of a plugin's. */
interface Action {
  readonly action: string;
  readonly displayName: string;
  readonly subCategory: string;
}

/** What a permission is called, and the group that it stands in. */
interface Names {
  readonly displayName: string;
  readonly subCategory: string;
}

interface StoreAction {
  readonly type?: unknown;
  readonly meta?: { readonly arg?: { readonly endpointName?: unknown } };
  readonly payload?: unknown;
}

const isLayout = ({ type, meta }: StoreAction): boolean =>
  type === 'adminApi/executeQuery/fulfilled' &&
  meta?.arg?.endpointName === 'getRolePermissionLayout';

/**
 * A middleware of the panel's store that names a plugin's permissions where roles are edited: the server has their
 * names in one language only.
 *
 * @param nameOf what a permission is called in the panel's language; null for another plugin's
 */
export const namePermissions =
  (nameOf: (action: string) => Names | null) =>
  () =>
  () =>
  <Sent, Done>(next: (action: Sent) => Done) =>
  (action: Sent): Done => {
    const sent = action as StoreAction;
    if (!isLayout(sent)) return next(action);
    const layout = sent.payload as Layout;
    const plugins = layout.sections?.plugins?.map((each) => ({ ...each, ...nameOf(each.action) }));
    const sections = { ...layout.sections, plugins };
    return next({ ...sent, payload: { ...layout, sections } } as Sent);
  };
