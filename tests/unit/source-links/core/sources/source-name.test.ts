import fc from 'fast-check';
import {
  compileSourceRules,
  sourceNameOf,
} from '../../../../../src/plugins/source-links/server/src/core';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const nameOf = (body: string) => sourceNameOf(body, rules);

describe('the name of a source', () => {
  it.each([
    ['in a paragraph of its own', '<p class="em_media">（文章来源：日照日报）</p>', '日照日报'],
    [
      'cut by spans',
      '（文章来源：上海<span id="a"><a href="x">证券</a></span><span id="b"></span>报）',
      '上海证券报',
    ],
    ['cut before the colon', '（文<b>章</b>来源<i></i>：海滨晚报）', '海滨晚报'],
    ['with brackets of its own', '（文章来源：新华社（北京））', '新华社（北京）'],
    ['in half-width marks', '(文章来源:TechWeb)', 'TechWeb'],
    ['with entities', '（文章来源：A&amp;B&nbsp;&#25253;）', 'A&B 报'],
    ['with space around it', '（文章来源： 财联社 \n）', '财联社'],
    ['mentioned twice, the last time', '（文章来源：甲报）…（文章来源：乙报）', '乙报'],
    ['before a comment', '（文章来源：甲报）<!-- （文章来源：乙报） -->', '甲报'],
  ])('is found %s', (_how, body, name) => {
    expect(nameOf(body)).toBe(name);
  });

  it.each([
    ['nobody is named', '<p>正文</p>'],
    ['the name is empty', '（文章来源：）'],
    ['the bracket never closes', '（文章来源：甲报'],
    ['the name is longer than a column', `（文章来源：${'长'.repeat(256)}）`],
    ['only a digest’s medium is there', '国家统计局今日公布数据。（中新网）'],
    ['it is an attribute of a tag', '<img alt="（文章来源：甲报）">'],
    ['it stands far from the end', `（文章来源：甲报）${'正'.repeat(9000)}`],
  ])('is none where %s', (_why, body) => {
    expect(nameOf(body)).toBeNull();
  });

  it('is found in the words that the configuration adds', () => {
    const own = compileSourceRules({ providers, names: ['Source: {name}', '[from {name}]'] });
    expect(sourceNameOf('<p>Text</p>\n<p>Source: The Daily</p>\n', own)).toBe('The Daily');
    expect(sourceNameOf('Text [from The Weekly] more', own)).toBe('The Weekly');
  });

  it('is what stood between the marks, wherever spans cut it', () => {
    const letters = fc.array(fc.constantFrom('海', '滨', '晚', '报', 'A', '1'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, fc.nat(9), (name, at) => {
        const cut = name.map((letter, index) =>
          index === at % name.length ? `<span a="b">${letter}</span>` : letter
        );
        expect(nameOf(`<p>正文</p><p>（文章来源：${cut.join('')}）</p>`)).toBe(name.join(''));
      })
    );
  });
});
