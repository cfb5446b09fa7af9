import { main } from 'strapi-plugin-delivery/cli';

void main(process.argv.slice(2));
