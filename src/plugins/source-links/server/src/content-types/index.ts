import linkCheck from './link-check/schema.json';

export default { 'link-check': { schema: linkCheck } };
