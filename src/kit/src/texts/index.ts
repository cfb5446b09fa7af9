export { languageOf } from './language-of';
export { LANGUAGES, type Language } from './languages';
export { createMessages, type Message, type Messages, sayIn } from './messages';
export { type Person, personName } from './person-name';
export { saidIn } from './translate-error';
