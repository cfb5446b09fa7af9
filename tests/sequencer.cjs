const { default: Sequencer } = require('@jest/test-sequencer');

/** Lists of suites, which take longest: their files are small, and Jest begins with the large ones. */
const isList = ({ path }) => /on-one-site[.]test[.]ts$/u.test(path);

/** Begins with what takes longest, also where nobody has measured yet: else cores are idle at the end. */
module.exports = class ListsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isGuessed = (test) => isList(test) && test.duration === undefined;
    return [...sorted.filter(isGuessed), ...sorted.filter((test) => !isGuessed(test))];
  }
};
