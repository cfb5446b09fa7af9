import { main } from 'strapi-plugin-delivery/cli';
import { tell } from '../../../site/boot';

/** Makes what this app keeps of its posts, as a site has it that has served for a while. */
void main(['rebuild']).then(() => tell({}));
