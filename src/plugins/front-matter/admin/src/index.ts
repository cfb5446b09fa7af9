import pkg from '../../package.json';

const plugin = {
  register(app: { registerPlugin(plugin: { id: string; name: string }): void }): void {
    app.registerPlugin({ id: pkg.strapi.name, name: pkg.strapi.displayName });
  },
};

export default plugin;
