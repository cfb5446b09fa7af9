import { checkTypes } from '../../../../src/plugins/delivery/server/src/config/check-types';
import { readConfig } from '../../../../src/plugins/delivery/server/src/config/read-config';

const SHELF = 'api::shelf.shelf';

const app = {
  contentTypes: {
    [SHELF]: {
      uid: SHELF,
      attributes: {
        name: { type: 'string' },
        body: { type: 'richtext' },
        stories: { type: 'relation', relation: 'manyToMany', target: SHELF },
        publishedAt: { type: 'datetime' },
      },
    },
  },
} as unknown as Parameters<typeof checkTypes>[0];

const check = (contentTypes: object): void => checkTypes(app, readConfig({ contentTypes }));

describe('The types that delivery serves', () => {
  it('are taken with an order that lists can have, and with relations', () => {
    expect(() => check({ [SHELF]: { order: 'name', listedBy: ['stories'] } })).not.toThrow();
    expect(() => check({ [SHELF]: {} })).not.toThrow();
  });

  it.each([
    ['an order that no list can have', { order: 'body' }, /order is "body".*richtext/u],
    ['an order that is not there', { order: 'nam' }, /order is "nam".*Did you mean "name"/u],
    [
      'a relation that is not there',
      { listedBy: ['stores'] },
      /listedBy\[0\] is "stores".*"stories"/u,
    ],
    ['a text for a relation', { listedBy: ['name'] }, /listedBy\[0\] is "name".*type string/u],
    ['one relation twice', { listedBy: ['stories', 'stories'] }, /listedBy\[1\] is "stories"/u],
  ])('are refused for %s', (_, shelf, message) => {
    expect(() => check({ [SHELF]: shelf })).toThrow(message);
  });

  it('are refused where there is no such type', () => {
    expect(() => check({ 'api::shelv.shelv': {} })).toThrow(/Did you mean "api::shelf\.shelf"/u);
  });
});
