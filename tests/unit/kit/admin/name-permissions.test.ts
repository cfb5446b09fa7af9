import { namePermissions } from '../../../../src/kit/src/admin/name-permissions';

const OWN = 'plugin::example.redirects.manage';
const action = (name: string) => ({ action: name, displayName: 'Add', subCategory: 'redirects' });
const layout = (plugins: readonly object[]) => ({
  type: 'adminApi/executeQuery/fulfilled',
  meta: { arg: { endpointName: 'getRolePermissionLayout' } },
  payload: { conditions: [], sections: { plugins, settings: [] } },
});

describe('the permissions of a plugin', () => {
  const named = { displayName: '添加', subCategory: '跳转' };
  const store = namePermissions((name) => (name === OWN ? named : null))()();
  const seen = <Sent>(sent: Sent): Sent => store((got: Sent) => got)(sent);

  it('are named in the panel’s language where roles are edited, and no other plugin’s', () => {
    const other = action('plugin::other.read');
    expect(seen(layout([action(OWN), other]))).toEqual(layout([{ action: OWN, ...named }, other]));
  });

  it('are left alone in all else that the panel’s store hears', () => {
    for (const sent of [{ type: 'other' }, { ...layout([action(OWN)]), type: 'other' }]) {
      expect(seen(sent)).toBe(sent);
    }
  });
});
