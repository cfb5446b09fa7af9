import { Text } from '@codemirror/state';
import { placeIn } from '../../../../src/plugins/front-matter/admin/src/viewer/place-in';

const text = Text.of(['---', 'title: 春节😀', '', 'end']);

describe('a line and a column of a file', () => {
  it('are where they are in its text', () => {
    expect(placeIn(text, 1, 1)).toEqual({ lineStart: 0, at: 0, end: 1 });
    expect(placeIn(text, 2, 8)).toEqual({ lineStart: 4, at: 11, end: 12 });
  });

  it('mean a whole character', () => {
    expect(placeIn(text, 2, 10)).toEqual({ lineStart: 4, at: 13, end: 15 });
  });

  it('mean the line where no column is named', () => {
    expect(placeIn(text, 2, null)).toEqual({ lineStart: 4, at: null, end: 15 });
  });

  it('mean the end of the line where the column lies beyond', () => {
    expect(placeIn(text, 2, 99)).toEqual({ lineStart: 4, at: 15, end: 15 });
    expect(placeIn(text, 3, 1)).toEqual({ lineStart: 16, at: 16, end: 16 });
  });

  it('are nowhere in a text that ends before', () => {
    expect(placeIn(text, 5, 1)).toBeNull();
    expect(placeIn(text, 0, 1)).toBeNull();
  });
});
