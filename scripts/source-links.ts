import { main } from 'strapi-plugin-source-links/cli';

void main(process.argv.slice(2));
