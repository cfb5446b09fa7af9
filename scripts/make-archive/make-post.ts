import { randomFrom, type Random } from './random';
import { CITIES, MEDIA, SENTENCES, SUBJECTS, VERBS } from './words';

/** One file of a made archive. */
export interface MadeFile {
  /** From the archive's root. */
  readonly path: string;
  readonly text: string;
}

interface Facts {
  readonly random: Random;
  readonly index: number;
  readonly title: string;
  /** `YYYY-MM-DD` and `HH:MM:SS`. */
  readonly day: string;
  readonly time: string;
  /** The 18 digits of a story. */
  readonly id: string;
}

const DAY = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2021, 11, 1);

/** Stories a day: an archive of 20,000 spans some four months, one of 100,000 two years. */
const A_DAY = 150;

const factsOf = (index: number): Facts => {
  const random = randomFrom(index + 1);
  const moment = new Date(
    FIRST_DAY + Math.floor(index / A_DAY) * DAY + random.below(86_400) * 1000
  );
  const [day = '', rest = ''] = moment.toISOString().split('T');
  const title = `${random.pick(CITIES)}${random.pick(SUBJECTS)}${random.pick(VERBS)}：“${random.pick(SUBJECTS)}”观察${index}`;
  return {
    random,
    index,
    title,
    day,
    time: rest.slice(0, 8),
    id: `${day.replaceAll('-', '')}${String(2_000_000_000 + index)}`,
  };
};

const paragraphs = ({ random }: Facts, count: number): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 4 + random.below(5) }, () => random.pick(SENTENCES)).join('')
  );

const header = (
  facts: Facts,
  lines: { title?: string; date?: string; category: string; tag: string }
): string =>
  [
    '---',
    'layout: post',
    `title: "${lines.title ?? facts.title}"`,
    `date: ${lines.date ?? `${facts.day} ${facts.time} +0800`}`,
    `categories: ${lines.category}`,
    `tags: ${lines.tag}`,
    '---',
    '',
  ].join('\n');

const AGENCY = { category: 'emnews', tag: '东财滚动新闻' };

const agencyLink = ({ id, random }: Facts): string =>
  `<http://${random.pick(['finance', 'stock', 'hk', 'forex'])}.eastmoney.com/news/${1000 + random.below(900)},${id}.html>`;

const agencyPath = (facts: Facts): string => `_posts/${facts.day}-${facts.id}.md`;

const digestOf = (facts: Facts): string => `${facts.title}。${facts.random.pick(SENTENCES)}`;

/** A digest and its link, without a zone and without links back. */
const early = (facts: Facts): MadeFile => ({
  path: agencyPath(facts),
  text: `${header(facts, { ...AGENCY, date: `${facts.day} ${facts.time}` })}\n${digestOf(facts)}\n\n${agencyLink(facts)}`,
});

/** The same with a blank line before the header, which generators take for no header at all. */
const blankFirst = (facts: Facts): MadeFile => {
  const { path, text } = early(facts);
  return { path, text: `\n${text}` };
};

/** Links back on lines of their own, relative or to a host. */
const linkedBack = (facts: Facts): MadeFile => {
  const home = facts.random.pick(['./', '../', '//news.example/', '//finews.withounder.com/']);
  const text = `${header(facts, AGENCY)}\n${digestOf(facts)}\n\n${agencyLink(facts)}\n\n[返回东财滚动新闻](${home}emnews/)\n[返回首页](${home})`;
  return { path: agencyPath(facts), text };
};

const oneLine = (label: string, path: string): string =>
  `[返回${label}](//finews.withounder.com/${path})｜[返回首页](//finews.withounder.com/)`;

/** A digest as a quotation, the story as one line of HTML. */
const agencyStory = (facts: Facts): MadeFile => {
  const story = paragraphs(facts, 6)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  const text = `${header(facts, AGENCY)}> ${digestOf(facts)}\n\n${story}<p class="em_media">（文章来源：${facts.random.pick(MEDIA).name}）</p>\n\n${agencyLink(facts)}\n\n${oneLine(AGENCY.tag, 'emnews/')}`;
  return { path: agencyPath(facts), text };
};

/** A paper's story: what most of the reference archive is. */
const mediaStory = (facts: Facts): MadeFile => {
  const medium = facts.random.pick(MEDIA);
  const code = `NW${facts.id}`;
  const story = paragraphs(facts, 9)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n ');
  const head = header(facts, { category: medium.slug, tag: `${medium.name}新闻` });
  const text = `${head}${story}<p class="em_media">（文章来源：${medium.name}）</p>\n\n<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code}>\n\n${oneLine(`${medium.name}新闻`, `category/${medium.slug}.html`)}`;
  return { path: `_posts/${facts.day}-${code}.md`, text };
};

/** A title whose quotation marks nobody escaped. */
const unescaped = (facts: Facts): MadeFile => {
  const title = `董事长："${facts.random.pick(SUBJECTS)}"会更好 ${facts.index}`;
  return {
    path: agencyPath(facts),
    text: `${header(facts, { ...AGENCY, title })}\n${digestOf(facts)}\n\n${agencyLink(facts)}`,
  };
};

/** Empty title, empty date, empty link, a name without a date: the one that no generator takes. */
const empty = (facts: Facts): MadeFile => ({
  path: `_posts/-${facts.id}.md`,
  text: `${header(facts, { ...AGENCY, title: '', date: ' +0800' })}<p>${paragraphs(facts, 2).join('')}</p>\n\n<>\n\n${oneLine(AGENCY.tag, 'emnews/')}`,
});

/** Shapes by hundredths, as they are in the reference archive; the rare ones once in a thousand. */
const shapeOf = (index: number): ((facts: Facts) => MadeFile) => {
  if (index % 1000 === 7) return blankFirst;
  if (index % 1000 === 507) return unescaped;
  if (index % 1000 === 907) return empty;
  const hundredth = index % 100;
  if (hundredth < 5) return early;
  if (hundredth < 20) return linkedBack;
  return hundredth < 40 ? agencyStory : mediaStory;
};

/** The post of a number: the same file every time, whatever the size of the archive it is for. */
export const makePost = (index: number): MadeFile => shapeOf(index)(factsOf(index));
