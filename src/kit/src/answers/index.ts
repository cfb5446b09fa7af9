export { addAnswerField, type AnswerField, answerFieldsOf } from './answer-fields';
export { apiRoutesOf } from './api-routes';
export type { DescribedAnswers } from './described-answers';
export { describeDocuments, fieldsParameter } from './describe-documents';
export { describeField } from './described-fields';
export { documentSchema } from './document-schema';
export { type FieldInfo, readList } from './read-list';
export { innerAction, wrapAction } from './wrapped-action';
export { isPlain, plainSanitizer } from './plain-sanitizer';
