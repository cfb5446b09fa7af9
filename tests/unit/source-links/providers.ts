/** Providers of a site of news: addresses with a code, addresses with one and more, and all others. */
export const providers = [
  {
    name: 'infocode',
    hosts: ['finews.zning.xyz', 'choicewzp1.eastmoney.com'],
    code: 'NW(?<key>[0-9]{18})',
    address: 'http://{host}/html_News/NewsShare.html?infoCode={code}',
  },
  {
    name: 'eastmoney',
    hosts: ['finance.eastmoney.com', '*.eastmoney.com'],
    code: '(?<key>[0-9]{18})',
    address: 'http://{host}/news/{column},{code}.html',
  },
  { name: 'web', hosts: ['*'] },
];
