export { languageOf } from './language-of';
export { createMessages, type Message, type Messages, sayIn } from './messages';
export { saidIn } from './translate-error';
