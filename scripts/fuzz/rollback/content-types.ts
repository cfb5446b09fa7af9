export const POST = 'api::post.post';
export const CATEGORY = 'api::category.category';
