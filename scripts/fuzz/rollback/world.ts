import type { Core } from '@strapi/strapi';
import { ArchiveOnDisk } from './archive-on-disk';
import { CATEGORY, POST } from './content-types';
import { editDocument, editTerm } from './edit-site';
import { Model } from './model/model';
import { importArchive, undoRun } from './run-importer';
import type { Step } from './steps';

/** An archive on disk, a site, and the model of what is to become of both. */
export class World {
  private constructor(
    readonly strapi: Core.Strapi,
    readonly model: Model,
    readonly archive: ArchiveOnDisk
  ) {}

  /** Makes an empty archive, and empties the site. */
  static async make(strapi: Core.Strapi): Promise<World> {
    const ledger = ['record', 'run', 'change', 'term', 'contest'].map(
      (name) => `plugin::front-matter.${name}`
    );
    for (const uid of [POST, CATEGORY, 'api::tag.tag', 'plugin::permalinks.address', ...ledger]) {
      await strapi.db.query(uid).deleteMany({});
    }
    const model = new Model();
    return new World(strapi, model, await ArchiveOnDisk.make(model.files));
  }

  drop(): Promise<void> {
    return this.archive.drop();
  }

  async act(step: Step): Promise<void> {
    const { strapi, model, archive } = this;
    switch (step.kind) {
      case 'import':
        return importArchive(strapi, model, archive.root, step.overwrites);
      case 'rollback':
        return undoRun(strapi, model, step.run);
      case 'rename-term':
      case 'delete-term':
        return editTerm(strapi, model, step);
      case 'write':
      case 'move':
      case 'rename':
      case 'remove':
        return archive.change(step);
      default:
        return editDocument(strapi, model, step);
    }
  }
}
