import { main } from 'strapi-plugin-front-matter/cli';

void main(process.argv.slice(2));
