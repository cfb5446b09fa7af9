/** Every answer is made anew; the environment is a suite's own. */
process.env['DELIVERY_CACHE'] = 'off';
