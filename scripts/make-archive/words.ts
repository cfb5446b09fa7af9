/** Invented cities, papers and phrases: text of the right length and script, and nobody's news. */
export const CITIES = [
  '临江',
  '青岚',
  '云浦',
  '石桥',
  '白渡',
  '南屏',
  '江陵口',
  '松原里',
  '海宁湾',
  '望川',
];

export const MEDIA = [
  { name: '临江日报', slug: 'linjiangribao' },
  { name: '青岚晚报', slug: 'qinglanwanbao' },
  { name: '云浦商报', slug: 'yunpushangbao' },
  { name: '每日产经', slug: 'meirichanjing' },
  { name: '白渡新闻网', slug: 'baiduxinwenwang' },
  { name: '南屏证券', slug: 'nanpingzhengquan(hk)' },
  { name: '21产经观察', slug: '21chanjingguancha' },
  { name: 'TechNote', slug: 'TechNote' },
  { name: 'Technote', slug: 'Technote' },
] as const;

export const SUBJECTS = [
  '重点项目',
  '营商环境',
  '先进制造',
  '特色农业',
  '港口物流',
  '数字经济',
  '绿色能源',
  '城市更新',
];

export const VERBS = [
  '稳步推进',
  '取得突破',
  '集中开工',
  '提质增效',
  '加快落地',
  '迎来新机遇',
  '实现首季开门红',
];

export const SENTENCES = [
  '春节过后，各地项目陆续复工，工地上机器轰鸣，一派繁忙景象。',
  '记者走进车间，只见生产线有序运转，一件件产品经过检验后装箱待发。',
  '有关负责人介绍，今年将围绕“链条”做文章，推动上下游企业协同发展。',
  '据统计，前两个月规模以上工业增加值同比增长百分之七点三，高于预期。',
  '分析人士认为，随着政策效应逐步显现，市场信心正在恢复。',
  '在乡村，合作社把分散的地块连成片，机械化作业的比例逐年提高。',
  '下一步，当地将继续优化服务，做到“有求必应、无事不扰”。',
  '港区码头上，岸桥起落之间，满载货物的船舶驶向远方。',
  '业内预计，全年投资规模有望再创新高，带动就业超过两万人。',
  '从“办成一件事”出发，窗口把十几个环节合并成了三个。',
];
