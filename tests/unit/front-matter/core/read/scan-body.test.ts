import { scanBody } from '../../../../../src/plugins/front-matter/server/src/core/read/scan-body';

const codes = (body: string): string[] => scanBody(body, 0).map(({ code }) => code);

describe('what only a generator could have acted on', () => {
  it.each([
    ['{% include note.html %}', 'LIQUID_TAG'],
    ['{%- highlight ruby -%}x{% endhighlight %}', 'LIQUID_TAG'],
    ['{{ site.baseurl }}/x', 'LIQUID_OUTPUT'],
    ['{% post_url 2022-02-17-x %}', 'POST_LINK'],
    ['[see](/2022/02/17/x.html)', 'POST_LINK'],
    ['![chart](/assets/chart.png)', 'LOCAL_FILE'],
    ['<img class="x" src="images/a.jpg">', 'LOCAL_FILE'],
    ['[report](files/report.pdf)', 'LOCAL_FILE'],
  ])('is said of %j', (body, code) => {
    expect(codes(body)).toContain(code);
  });

  it.each([
    '[x](http://example.org/a.png)',
    '<img src="//cdn.example.org/a.png">',
    '[home](./)',
    '[tag](../emnews/)',
    '[up](#top)',
    '100 % and { braces }',
  ])('is not said of %j', (body) => {
    expect(codes(body)).toEqual([]);
  });

  it('is said once for each kind, with a count, the first example and its place in the file', () => {
    expect(scanBody('a\n![](1.png)\n![](2.png)', 4)).toMatchObject([
      {
        code: 'LOCAL_FILE',
        severity: 'info',
        line: 6,
        column: 1,
        message: expect.stringContaining('2, the first is 1.png'),
      },
    ]);
  });

  it.each(['<a ', '![', '[', '{%', '{{', '<img src=', '](', '<a href="'])(
    'is looked for once only in a body of nothing but %j',
    (piece) => {
      expect(scanBody(piece.repeat(500_000), 0).length).toBeLessThan(2);
    }
  );
});
