/** What posts become unless the configuration names another type. */
const POST = 'api::post.post';

/** The content manager's list of posts. */
export const POSTS_LIST = `/content-manager/collection-types/${POST}`;
