/** A post's file, as far as it is compared. */
export interface File {
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

export interface Pair {
  readonly what: string;
  readonly before: File;
  readonly after: File;
  readonly expected: 'moved' | 'maybe moved' | 'another post';
}

const HARBOUR = `The harbour opened for the season on Saturday. Two ferries lay at the quay, and the
band of the fire brigade played until the rain came. The mayor said that the new pier had cost less
than the council had feared, and that the timetable would be kept this year. From May on there is a
boat every hour; the last one leaves the island at nine in the evening. Tickets are sold on board.

Whoever wants to take a bicycle has to ask for a place the day before. Dogs travel for nothing.`;

const SNAILS = `A reader in the hills asks how to keep snails off her lettuce without any poison. Our
gardener has tried everything over the years: coffee grounds, broken eggshells, copper tape and a
family of ducks. The ducks were the best, and the worst for the lettuce. Coffee grounds help until
the first rain. What has worked in three summers is to water in the morning instead of the evening,
so that the bed is dry when the snails set out at night.`;

const LONG = `${HARBOUR}\n\n${SNAILS}`;

const FERRY_ZH = `<p>本报讯\u3000渡轮公司昨日公布新的夏季时刻表。自五月一日起，往返海岛的渡轮每小时一班，末班船晚上九时离岛。
公司负责人表示，新码头已于上月完工，候船大厅可容纳四百人，乘客可在船上购票，携带自行车的乘客须提前一天预约。
去年夏天因台风停航共计十一天，今年公司增加了两艘备用船，遇大风时将改由东岸码头靠泊。</p>
<p>公司同时提醒，节假日客流较大，请乘客提前半小时到达码头，有序排队上船。</p>`;

const LIBRARY_ZH = `<p>本报讯\u3000市图书馆将于下周一起闭馆两周，更换供暖管道和照明设备。闭馆期间，读者可在西城分馆借还图书，
自助还书机照常开放，所有在此期间到期的图书自动延期至月底。馆方介绍，本次改造将使阅览室冬季温度提高约五度，
并新增六十个带电源的座位。少儿阅览区将增设一间讲故事的小房间，开放时间另行公告。</p>`;

const COLUMN = `Every Friday we print what readers have sent us, cut where it was too long.`;

const RELEASE = (version: string): string => `Version ${version} of the harbour's timetable program
is there. It mends a mistake by which the last boat of the day was left out when the clocks changed,
and the two that were told of last month. Whoever runs an earlier version should put the new one in
its place before the end of March. The file lies on the server of the harbour office, as always.`;

const CHAPTER = (part: string, text: string): string =>
  `This is the ${part} part of our series on how to build a boat in a garage. The parts appear
on Fridays; the drawings are in the appendix.\n\n${text}`;

const MENU = `The kitchen is open from half past eleven to two. All dishes come with a salad and a
glass of water; for half portions and for food without gluten please ask at the counter.
Monday: lentil soup, then DISH with potatoes. Tuesday: pea soup and pancakes with apple sauce.
Wednesday: noodles with spinach. Thursday: tomato soup, then rice with mushrooms. Friday: fish of
the day. Prices have not changed since January. Groups of more than eight are asked to call before.`;

const HOURS = (
  days: string,
  year: string
): string => `The library is closed from ${days} of January. The box for books that are brought back is emptied every morning, and what
falls due on these days can be kept until the eighth of January. The branch at the harbour is open
on the twenty-eighth and the twenty-ninth from ten to four. The staff wish all readers a good ${year}.`;

const WEATHER_ZH = (
  sky: string
): string => `<p>本报讯\u3000市气象台昨晚发布今日天气预报：${sky}，早晚有薄雾，请司机注意行车安全。
渡轮照常开航，遇大风时将改由东岸码头靠泊，候船乘客请留意码头广播。气象台提醒市民，近期早晚温差较大，外出请适时增减衣物；
老人和儿童应避免在清晨到海边活动。山区道路部分路段湿滑，登山者须结伴而行，并在日落前下山。</p>`;

const FOOTER = `This paper is made by neighbours for neighbours, and paid for by its readers. Whoever has
seen something that others should know of writes to the desk, calls in the evening, or comes by on a
Thursday, when there is coffee. What we print may be printed elsewhere with our name beside it; the
pictures belong to those who took them. To have the paper in your letter box, ask at the kiosk.`;

const CREDIT = `Photograph: the picture desk of the harbour's paper, which keeps all rights. Prints can be
ordered at the kiosk on the quay, in three sizes, until Friday.`;

const post = (path: string, title: string, body: string): File => ({ path, title, body });

/** Pairs of files as people rename, edit and replace them. */
export const PAIRS: readonly Pair[] = [
  {
    what: 'a typo in the name and one in the text are mended',
    before: post('_posts/2022-05-01-teh-harbour-opens.md', 'The harbour opens', HARBOUR),
    after: post(
      '_posts/2022-05-01-the-harbour-opens.md',
      'The harbour opens',
      HARBOUR.replace('quay', 'old quay')
    ),
    expected: 'moved',
  },
  {
    what: 'a new headline, and a name to go with it',
    before: post('_posts/2022-05-01-harbour-opens.md', 'Harbour opens', HARBOUR),
    after: post(
      '_posts/2022-05-01-harbour-opens-in-the-rain.md',
      'Ferries and rain: harbour opens',
      `${HARBOUR}\n\nThe band plays again next Sunday.`
    ),
    expected: 'moved',
  },
  {
    what: 'a draft that is published, with its last paragraph written anew',
    before: post('_drafts/harbour.md', 'The harbour opens', HARBOUR),
    after: post(
      '_posts/2022-05-01-harbour.md',
      'The harbour opens',
      HARBOUR.replace(/Whoever[^]*/, 'Bicycles need a place of their own, and dogs need none.')
    ),
    expected: 'moved',
  },
  {
    what: 'a draft that has grown to three times its length',
    before: post('_drafts/harbour.md', 'The harbour opens', HARBOUR),
    after: post(
      '_posts/2022-05-01-harbour.md',
      'The harbour opens',
      `${HARBOUR}\n\n${SNAILS}\n\n${RELEASE('1.2')}`
    ),
    expected: 'moved',
  },
  {
    what: 'quite another name and title on the same day, over a text that has hardly changed',
    before: post('_posts/2022-05-01-monday.md', 'On Monday', LONG),
    after: post('_posts/2022-05-01-ferries.md', 'Ferries', LONG.replace('nine', 'ten')),
    expected: 'moved',
  },
  {
    what: 'another day and another extension',
    before: post('_posts/2022-05-01-harbour.markdown', 'The harbour opens', HARBOUR),
    after: post('_posts/2022-05-03-harbour.md', 'The harbour opens', `${HARBOUR} (Updated.)`),
    expected: 'moved',
  },
  {
    what: 'a name in Latin letters becomes one in Chinese, and a number is put right',
    before: post('_posts/2022-05-01-ferry.md', '渡轮公布夏季时刻表', FERRY_ZH),
    after: post(
      '_posts/2022-05-01-渡轮时刻表.md',
      '渡轮公布夏季时刻表',
      FERRY_ZH.replace('四百人', '四百五十人')
    ),
    expected: 'moved',
  },
  {
    what: 'a Chinese headline and a name with one character more',
    before: post('_posts/2022-05-01-渡轮新时刻表.md', '渡轮公布时刻表', FERRY_ZH),
    after: post(
      '_posts/2022-05-01-渡轮夏季新时刻表.md',
      '五月起渡轮每小时一班',
      FERRY_ZH.replace('<p>公司同时提醒', '<p>渡轮公司同时提醒')
    ),
    expected: 'moved',
  },
  {
    what: 'two posts of a day with names alike',
    before: post('_posts/2022-05-01-news-of-the-harbour.md', 'News', HARBOUR),
    after: post('_posts/2022-05-01-news-of-the-garden.md', 'Garden', SNAILS),
    expected: 'another post',
  },
  {
    what: 'two Chinese news of a day, from one paper, by their codes',
    before: post('_posts/2022-05-01-NW202205010000000301.md', '渡轮公布夏季时刻表', FERRY_ZH),
    after: post('_posts/2022-05-01-NW202205010000000302.md', '市图书馆闭馆两周', LIBRARY_ZH),
    expected: 'another post',
  },
  {
    what: 'two versions that are announced on one day in the same words',
    before: post('_posts/2022-05-01-version-1-2-4.md', 'Version 1.2.4', RELEASE('1.2.4')),
    after: post('_posts/2022-05-01-version-1-3-1.md', 'Version 1.3.1', RELEASE('1.3.1')),
    expected: 'maybe moved',
  },
  {
    what: 'the next part of a series',
    before: post('_posts/2022-05-01-boat-part-1.md', 'A boat, part 1', CHAPTER('first', SNAILS)),
    after: post('_posts/2022-05-01-boat-part-2.md', 'A boat, part 2', CHAPTER('second', HARBOUR)),
    expected: 'another post',
  },
  {
    what: "next year's notice, which says nearly the same",
    before: post('_posts/2022-05-01-season-2022.md', 'The season of 2022', HARBOUR),
    after: post(
      '_posts/2022-05-01-season-2023.md',
      'The season of 2023',
      HARBOUR.replace('Saturday', 'Sunday')
    ),
    expected: 'maybe moved',
  },
  {
    what: 'a weekly column, under one title and one name, which begins with the same words',
    before: post('_posts/2022-05-01-letters.md', 'Letters', `${COLUMN}\n\n${SNAILS}`),
    after: post('_posts/2022-05-08-letters.md', 'Letters', `${COLUMN}\n\n${HARBOUR}`),
    expected: 'another post',
  },
  {
    what: 'half of a text stays, under another title',
    before: post('_posts/2022-05-01-harbour-opens.md', 'The harbour opens', HARBOUR),
    after: post(
      '_posts/2022-05-01-harbour-opens-again.md',
      'The harbour opens again',
      `${HARBOUR.slice(0, HARBOUR.length * 0.7)}\n\n${SNAILS.slice(0, SNAILS.length * 0.4)}`
    ),
    expected: 'maybe moved',
  },
  {
    what: 'a line that is too short to tell',
    before: post('_posts/2022-05-01-closed-today.md', 'Closed', 'We are closed today.'),
    after: post('_posts/2022-05-01-closed-todays.md', 'Closed', 'We are closed today.'),
    expected: 'maybe moved',
  },
  {
    what: 'the same short line under another title',
    before: post('_posts/2022-05-01-closed-today.md', 'Closed', 'See the picture.'),
    after: post('_posts/2022-05-01-open-today.md', 'Open', 'See the picture.'),
    expected: 'another post',
  },
  {
    what: 'the whole of a text under another name, another day and another title',
    before: post('_posts/2022-05-01-harbour.md', 'The harbour opens', LONG),
    after: post('_posts/2022-06-01-ferries.md', 'Ferries again', LONG),
    expected: 'moved',
  },
  {
    what: "next week's menu, under one title and one name",
    before: post(
      '_posts/2022-05-02-lunch-menu.md',
      'Lunch menu',
      MENU.replace('DISH', 'dumplings')
    ),
    after: post('_posts/2022-05-09-lunch-menu.md', 'Lunch menu', MENU.replace('DISH', 'beef')),
    expected: 'maybe moved',
  },
  {
    what: "next year's holiday hours, under one title and one name",
    before: post(
      '_posts/2021-12-20-holiday-hours.md',
      'Holiday hours',
      HOURS('Friday the twenty-fourth of December to Saturday the first', '2022')
    ),
    after: post(
      '_posts/2022-12-19-holiday-hours.md',
      'Holiday hours',
      HOURS('Saturday the twenty-fourth of December to Monday the second', '2023')
    ),
    expected: 'maybe moved',
  },
  {
    what: "the next day's weather in Chinese, under one title and one name",
    before: post(
      '_posts/2022-05-01-天气.md',
      '天气预报',
      WEATHER_ZH('多云转晴，东南风三级，气温十六到二十四度')
    ),
    after: post(
      '_posts/2022-05-02-天气.md',
      '天气预报',
      WEATHER_ZH('小雨，北风四到五级，气温十二到十八度')
    ),
    expected: 'maybe moved',
  },
  {
    what: 'another short news over the same footer, under one title',
    before: post(
      '_posts/2022-05-01-brief-cats.md',
      'In brief',
      `A cat was found on the pier.\n\n${FOOTER}`
    ),
    after: post(
      '_posts/2022-05-02-brief-dogs.md',
      'In brief',
      `The bakery opens late on Monday.\n\n${FOOTER}`
    ),
    expected: 'maybe moved',
  },
  {
    what: 'another picture of the day, over the same credit',
    before: post('_posts/2022-05-01-boats-at-dawn.md', 'Boats at dawn', CREDIT),
    after: post('_posts/2022-05-01-gulls.md', 'Gulls', CREDIT),
    expected: 'maybe moved',
  },
  {
    what: 'another picture of another day, over the same credit',
    before: post('_posts/2022-05-01-boats-at-dawn.md', 'Boats at dawn', CREDIT),
    after: post('_posts/2022-05-03-gulls.md', 'Gulls', CREDIT),
    expected: 'maybe moved',
  },
  {
    what: 'the next picture of a series, over the same credit',
    before: post('_posts/2022-05-01-photo-1.md', 'Boats at dawn', CREDIT),
    after: post('_posts/2022-05-01-photo-2.md', 'Gulls', CREDIT),
    expected: 'maybe moved',
  },
  {
    what: 'another day, in other digits, and a word of a short text put right',
    before: post('_posts/2022-5-1-harbour.md', 'The harbour opens', HARBOUR),
    after: post('_posts/2022-05-01-harbour.md', 'The harbour opens', HARBOUR.slice(60)),
    expected: 'moved',
  },
  {
    what: 'another day of a text of a few lines, which has stayed',
    before: post('_posts/2022-05-01-credit.md', 'To order a print', CREDIT),
    after: post('_posts/2022-05-03-credit.md', 'To order a print', CREDIT),
    expected: 'moved',
  },
  {
    what: 'two short notices under one title and one name, of which nothing is the same',
    before: post('_posts/2022-05-01-notice.md', 'Notice', 'We are closed today.'),
    after: post('_posts/2022-05-02-notice.md', 'Notice', 'Bread is sold out, sorry!'),
    expected: 'another post',
  },
  {
    what: 'the next part of a series, numbered in Chinese',
    before: post('_posts/2022-05-01-渡轮史话之二.md', '渡轮史话', FERRY_ZH),
    after: post(
      '_posts/2022-05-01-渡轮史话之三.md',
      '渡轮史话（续）',
      FERRY_ZH.replace('九时', '十时')
    ),
    expected: 'maybe moved',
  },
  {
    what: 'the next part of a series, numbered in its title alone',
    before: post('_posts/2022-05-01-ferry.md', '渡轮史话　第二回', FERRY_ZH),
    after: post(
      '_posts/2022-05-01-ferries.md',
      '渡轮史话　第三回',
      FERRY_ZH.replace('九时', '十时')
    ),
    expected: 'maybe moved',
  },
  {
    what: 'nearly all of a text under another name, another day and another title',
    before: post('_posts/2022-05-01-harbour.md', 'The harbour opens', HARBOUR),
    after: post('_posts/2022-06-01-ferries.md', 'Ferries again', `${HARBOUR} And cats?`),
    expected: 'another post',
  },
];
