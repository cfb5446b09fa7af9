import type { Editor } from './editor';

type Actions = Record<string, { enabled: boolean }>;

interface Role {
  readonly id: number;
  readonly type: string;
  readonly permissions: Record<string, { controllers: Record<string, Actions> }>;
}

/** Grants or takes away what visitors may do, as the panel's page of roles does. */
export const setPublicAction = async (
  { panel }: Editor,
  action: string,
  enabled: boolean
): Promise<void> => {
  const { roles } = (await panel('GET', '/users-permissions/roles')) as { roles: readonly Role[] };
  const id = roles.find(({ type }) => type === 'public')?.id;
  const { role } = (await panel('GET', `/users-permissions/roles/${id}`)) as { role: Role };
  const [type = '', name = ''] = action.split('.');
  const granted = role.permissions[`api::${type}`]?.controllers[type]?.[name];
  if (granted === undefined) throw new Error(`There is no action ${action}.`);
  granted.enabled = enabled;
  await panel('PUT', `/users-permissions/roles/${id}`, role);
};
