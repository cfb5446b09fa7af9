import { defineCollection } from 'astro:content';
import { loadPosts } from './cms/load-posts';

export const collections = { posts: defineCollection({ loader: loadPosts() }) };
