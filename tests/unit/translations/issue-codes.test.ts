import { ISSUE_CODES } from 'strapi-plugin-front-matter/reader';
import en from '../../../src/plugins/front-matter/admin/src/translations/en.json';

const START = 'code.';

describe('what issue codes mean', () => {
  it('is said in the panel of each code as the server says it', () => {
    const said = Object.entries(en).flatMap(([key, text]) =>
      key.startsWith(START) ? [[key.slice(START.length), text.replaceAll("'", '')] as const] : []
    );
    const meant = Object.entries(ISSUE_CODES).map(
      ([code, { meaning }]) => [code, meaning.replaceAll("'", '')] as const
    );
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(meant));
  });
});
