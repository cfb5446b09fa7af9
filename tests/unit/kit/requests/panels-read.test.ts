import { markLong, panelsRead } from '../../../../src/kit/src/requests/current-request';

const request = (method: string, route: object) => ({ method, state: { route } });
const LIST = {
  path: '/collection-types/:model',
  info: { pluginName: 'content-manager' },
};

describe('what the panel only reads', () => {
  it('is a list of the content manager, and no save', () => {
    expect(panelsRead(request('GET', LIST))).toBe('list');
    expect(panelsRead(request('POST', LIST))).toBeNull();
  });

  it('may take long where somebody says so of the request', () => {
    const list = request('GET', LIST);
    markLong(list);
    expect(panelsRead(list)).toBe('long');
  });

  it('is nothing that is written, whatever is said of it', () => {
    const save = request('PUT', LIST);
    markLong(save);
    expect(panelsRead(save)).toBeNull();
  });
});
