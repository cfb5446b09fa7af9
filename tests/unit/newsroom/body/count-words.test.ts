import { countWords } from '../../../../src/plugins/newsroom/admin/src/body/core/count-words';

describe('the length of a body', () => {
  it.each([
    ['', 0],
    ['记者从现场获悉，', 7],
    ['two words', 2],
    ["don't state-of-the-art 2.5", 3],
    ['在 GitHub 上发布 Strapi 5', 7],
    ['<p class="很长">一<strong>二</strong></p><p>three</p>', 3],
    ['wo<em>r</em>d', 1],
    ['<p>one</p><p>two</p>', 2],
    ['<!-- 不读 --><script>var a = "不读";</script>读', 1],
    ['{% include a.html %}{{ page.title }} 读', 1],
    ['a&nbsp;b &amp; &#20013;&#x6587; caf&eacute;', 5],
    ['[链接](https://example.com/a/b "题") 文', 3],
    ['![图](/uploads/a.png)', 1],
    ['见 https://example.com/a?b=c 。', 2],
    ['# 题\n\n- 一\n- 二\n\n**三**', 4],
    ['ひらがな', 4],
    ['한국어 텍스트', 2],
    ['𠮷野家', 3],
  ])('of %j is %d', (source, count) => {
    expect(countWords(source)).toBe(count);
  });
});
