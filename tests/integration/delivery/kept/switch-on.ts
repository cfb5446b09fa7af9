/** Counts and listings are kept where the environment asks for them; it is a suite's own. */
process.env['DELIVERY_KEEP'] = 'true';
