import { findParameters } from '../../../../src/plugins/delivery/server/src/plans/find-parameters';
import { type Plan, slotsOf } from '../../../../src/plugins/delivery/server/src/plans/plan';
import { cutStatement } from '../../../../src/plugins/delivery/server/src/plans/statement';

const planOf = (...values: readonly unknown[]): Plan => ({
  uid: 'api::post.post',
  level: {
    uid: 'api::post.post',
    statement: cutStatement(values.map(() => '?').join(' '), values),
    columns: [],
    idAt: 0,
    most: null,
    types: [],
    relations: [],
  },
  paging: 'pages',
  limit: 25,
  count: null,
  kept: null,
});
const observed = (parameters: readonly string[], ...values: readonly unknown[]) => ({
  plan: planOf(...values),
  parameters,
});

describe('the parameters of a plan', () => {
  it('are what differs between two queries of one form', () => {
    const plan = findParameters(
      observed(['a', 'b'], 'b', 1, 'a', 'a'),
      observed(['c', 'd'], 'd', 1, 'c', 'c')
    );
    expect(plan && slotsOf(plan)).toEqual([
      { parameter: 3 },
      { value: 1 },
      { parameter: 2 },
      { parameter: 2 },
    ]);
  });

  it('are none where a value is the same in both: that one stays as it is', () => {
    const same = findParameters(observed(['a'], 'a'), observed(['a'], 'a'));
    expect(same && slotsOf(same)).toEqual([{ value: 'a' }]);
    const one = findParameters(
      observed(['a', 'b'], 'a', 'b', 'a'),
      observed(['c', 'b'], 'c', 'b', 'c')
    );
    expect(one && slotsOf(one)).toEqual([{ parameter: 2 }, { value: 'b' }, { parameter: 2 }]);
  });

  it('are not known where something differs though what is asked for does not', () => {
    expect(findParameters(observed(['a'], 'a', 1), observed(['a'], 'a', 2))).toBeNull();
  });

  it('are not known where something differs that is no value, or a value is not to be seen', () => {
    expect(findParameters(observed(['1'], 1), observed(['2'], 2))).toBeNull();
    expect(findParameters(observed(['a'], 'x'), observed(['b'], 'x'))).toBeNull();
    expect(findParameters(observed(['a'], 'a', 1), observed(['b'], 'b'))).toBeNull();
  });

  it('are told from constants that look like one of them', () => {
    const plan = findParameters(observed(['a'], 'a', 'a'), observed(['b'], 'b', 'a'));
    expect(plan && slotsOf(plan)).toEqual([{ parameter: 2 }, { value: 'a' }]);
  });
});
