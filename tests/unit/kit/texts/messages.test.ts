import { errors } from '@strapi/utils';
import { createMessages, sayIn } from '../../../../src/kit/src/texts/messages';
import { saidIn, translateError } from '../../../../src/kit/src/texts/translate-error';

const messages = createMessages({
  taken: { en: '"{slug}" is taken.', 'zh-Hans': '“{slug}”已被占用。' },
});

describe('what a server says to editors', () => {
  it('is said in the language asked for, and in English where that is not known', () => {
    expect(messages.in('zh-Hans', 'taken', { slug: 'port' })).toBe('“port”已被占用。');
    expect(messages.in('fr', 'taken', { slug: 'port' })).toBe('"port" is taken.');
  });

  it('keeps braces and dollars of a value as they are', () => {
    expect(messages.in('en', 'taken', { slug: '{slug} $& $1' })).toBe('"{slug} $& $1" is taken.');
  });

  it('is English in an error’s message, for whoever asks by the API', () => {
    const error = messages.error(
      errors.ValidationError,
      'taken',
      { slug: 'port' },
      { why: 'taken' }
    );
    expect(error.message).toBe('"port" is taken.');
    expect(error.details).toEqual({ why: 'taken' });
  });

  it('is translated beside its fields as well, and other fields keep what they say', () => {
    const message = '"port" is taken.';
    const error = new errors.ValidationError(message, {
      errors: [
        { path: ['slug'], message },
        { path: ['title'], message: 'is empty' },
      ],
    });
    sayIn(error, (language) => messages.in(language, 'taken', { slug: 'port' }));
    expect(translateError('zh-Hans', error)).toBe(error);
    expect(error.message).toBe('“port”已被占用。');
    expect(error.details).toEqual({
      errors: [
        { path: ['slug'], message: '“port”已被占用。' },
        { path: ['title'], message: 'is empty' },
      ],
    });
  });

  it('leaves errors of others as they are', () => {
    const error = new Error('disk full');
    expect(translateError('zh-Hans', error)).toBe(error);
    expect(saidIn('zh-Hans', error)).toBe('disk full');
    expect(translateError('zh-Hans', 'thrown')).toBe('thrown');
  });
});
