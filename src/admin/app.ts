/** The panel speaks English, and these. */
export default { config: { locales: ['zh-Hans'] } };
