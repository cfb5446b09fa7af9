/** What a controller of Strapi's own takes, with paths added to its answers; the environment is a suite's own. */
process.env['DELIVERY'] = 'false';
