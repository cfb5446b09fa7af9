import { startSlowForms } from '../../../../src/kit/src/requests/limits/slow-forms';

const request = (path: string, querystring: string) => ({ path, querystring });

describe('what is remembered of requests that take long', () => {
  afterEach(() => jest.useRealTimers());

  it('holds for all that ask for the same with other values, and for no other', () => {
    const forms = startSlowForms();
    const first = request('/api/posts', '_q=one&sort=title');
    expect(forms.has(first)).toBe(false);
    forms.note(first);
    expect(forms.has(request('/api/posts', '_q=two&sort=slug'))).toBe(true);
    expect(forms.has(request('/api/posts', 'sort=title'))).toBe(false);
    expect(forms.has(request('/api/tags', '_q=one&sort=title'))).toBe(false);
  });

  it('is forgotten where none has come for ten seconds', () => {
    jest.useFakeTimers();
    const forms = startSlowForms();
    const first = request('/api/posts', '_q=one');
    forms.has(first);
    forms.note(first);
    jest.advanceTimersByTime(9_000);
    expect(forms.has(first)).toBe(true);
    jest.advanceTimersByTime(2_000);
    expect(forms.has(first)).toBe(false);
  });

  it('says nothing of requests that it was not asked of', () => {
    const forms = startSlowForms();
    forms.note(request('/api/posts', '_q=one'));
    expect(forms.has(request('/api/posts', '_q=one'))).toBe(false);
  });
});
