export { addAnswerField, type AnswerField, answerFieldsOf } from './answer-fields';
export { innerAction, wrapAction } from './wrapped-action';
export { isPlain, plainSanitizer } from './plain-sanitizer';
