import { main } from 'strapi-plugin-permalinks/cli';

void main(process.argv.slice(2));
