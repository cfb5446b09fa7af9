import type { AttributeKind } from './attribute-kinds';
import { ConfigurationError } from './configuration-error';
import { type Fault, unknownKey, wrongValue } from './fault';
import { type KeyPath, writePath } from './key-path';
import { nearestName } from './nearest-name';
import type { EntryPart, Place } from './place';

/** An attribute of a content type, as much of it as tells whether it serves. */
interface HostAttribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
}

/** A content type of the application. */
interface HostType {
  readonly uid: string;
  readonly kind?: string;
  readonly attributes: Readonly<Record<string, HostAttribute>>;
}

/** The content types of an application by their uids. */
type HostTypes = Readonly<Record<string, HostType | undefined>>;

/** An application whose types are known. */
interface Host {
  readonly contentTypes: object;
}

/** What a relation has to be to serve. */
export interface RelationKind {
  /** With its article: `a many-to-many relation`. */
  readonly what: string;
  /** Asked of relations to one type. */
  serves(attribute: HostAttribute, name: string): boolean;
}

/** Checks what a configuration names of an application. What is wrong is kept until the end, and told together. */
export interface HostCheck {
  /** @returns whether there is a type of that uid */
  type(path: KeyPath, uid: string): boolean;
  /**
   * The same of a type that has many documents.
   *
   * @param part whether the uid is the key of an entry, or its value
   */
  collectionType(path: KeyPath, uid: string, part: EntryPart): boolean;
  /** Whether a type has anything of that name. */
  has(uid: string, name: string): boolean;
  /** The same of a name that is a key. */
  attributeKey(path: KeyPath, uid: string): void;
  /** Whether a type, which is there, has an attribute of a kind. */
  attribute(path: KeyPath, uid: string, name: string, kind: AttributeKind): boolean;
  /** The same of a relation to another content type: by default of any, of several documents or of one. */
  relation(path: KeyPath, uid: string, name: string, kind?: RelationKind): HostType | null;
  /** What the names of a type's attributes are: no two of them the same. */
  apart(names: readonly (readonly [path: KeyPath, name: string])[]): void;
  refuse(fault: Fault): void;
  /** @throws ConfigurationError that tells what was wrong */
  end(): void;
}

type Serves = (attribute: HostAttribute, name: string) => boolean;

/** What is looked for under a name. */
interface Wanted extends Pick<AttributeKind, 'what' | 'reserved'> {
  readonly serves: Serves;
}

/** What Strapi keeps for itself: nothing to offer to anybody. */
const OWN = new Set(['locale', 'localizations', 'createdBy', 'updatedBy']);

/** Names that a message lists at most. */
const MOST_NAMES = 20;

/** What may stand there instead: the nearest in spelling, and all that serve. */
const instead = (name: string, names: readonly string[]): string => {
  const nearest = nearestName(name, names);
  const meant = nearest === null ? '' : `. Did you mean "${nearest}"?`;
  if (names.length === 0) return meant;
  const listed = names.slice(0, MOST_NAMES).join(', ');
  return `${meant === '' ? '.' : meant} It may be one of ${listed}${names.length > MOST_NAMES ? ', …' : ''}`;
};

/** Of one document, or of several; those that may lead to any type have no target. */
const isRelation = ({ type, target }: HostAttribute): boolean =>
  type === 'relation' && target !== undefined;

const ANY_RELATION: RelationKind = {
  what: 'a relation to a content type',
  serves: () => true,
};

/** What an attribute is, as its schema says. */
const describe = ({ type, relation, target }: HostAttribute): string => {
  if (type !== 'relation' || relation === undefined) return `of type ${type}`;
  return `of type ${type} (${relation}${target === undefined ? '' : ` to ${target}`})`;
};

/** Another key, as one looks for it from that of a path. */
const besides = (path: KeyPath, other: KeyPath): string => {
  const last = other.at(-1);
  const isNear = writePath(path.slice(0, -1)) === writePath(other.slice(0, -1));
  return isNear && typeof last === 'string' ? `"${last}"` : writePath(other).replace(/^\./, '');
};

/**
 * Begins to check what a plugin's configuration names of the application.
 *
 * @param own which types are offered where one is not there: those of the application itself
 */
export const checkHost = (
  { contentTypes: all }: Host,
  place: Place,
  own = (uid: string): boolean => uid.startsWith('api::')
): HostCheck => {
  // Strapi's own declaration leaves open what its types of types have.
  const contentTypes = all as HostTypes;
  const faults: Fault[] = [];
  const attributesOf = (uid: string): HostType['attributes'] => contentTypes[uid]?.attributes ?? {};
  const namesOf = (uid: string, serves: Serves): string[] =>
    Object.entries(attributesOf(uid)).flatMap(([name, attribute]) =>
      !OWN.has(name) && serves(attribute, name) ? [name] : []
    );
  const ownTypes = Object.keys(contentTypes).filter(own);
  const isCollection = (uid: string): boolean =>
    Object.hasOwn(contentTypes, uid) && contentTypes[uid]?.kind === 'collectionType';

  /** The attribute of a name, where it serves. */
  const find = (
    path: KeyPath,
    uid: string,
    name: string,
    { what, serves, reserved }: Wanted
  ): HostAttribute | null => {
    const attributes = attributesOf(uid);
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const isReserved = reserved?.has(name) === true;
    if (attribute !== undefined && !isReserved && serves(attribute, name)) return attribute;
    const reason = (): string => {
      if (isReserved) return `Strapi keeps ${uid}.${name} for itself`;
      if (attribute === undefined) return `${uid} has no attribute of that name`;
      return `${uid}.${name} is ${describe(attribute)}, and it has to be ${what}`;
    };
    const offered = namesOf(uid, (each, own) => reserved?.has(own) !== true && serves(each, own));
    faults.push(wrongValue(path, name, reason() + instead(name, offered)));
    return null;
  };

  return {
    type(path, uid) {
      if (Object.hasOwn(contentTypes, uid)) return true;
      faults.push(unknownKey(path, ownTypes, 'is no content type of this application'));
      return false;
    },
    collectionType(path, uid, part) {
      if (isCollection(uid)) return true;
      const known = ownTypes.filter(isCollection);
      if (part === 'key') {
        faults.push(unknownKey(path, known, 'is no collection type of this application'));
      } else {
        const reason = 'this application has no collection type of that name';
        faults.push(wrongValue(path, uid, reason + instead(uid, known)));
      }
      return false;
    },
    has: (uid, name) => Object.hasOwn(attributesOf(uid), name),
    attributeKey(path, uid) {
      if (Object.hasOwn(attributesOf(uid), String(path.at(-1)))) return;
      const known = namesOf(uid, () => true);
      faults.push(unknownKey(path, known, `is no attribute of ${uid}`));
    },
    attribute(path, uid, name, { types, ...kind }) {
      const serves: Serves = ({ type }) => types?.has(type) !== false;
      return find(path, uid, name, { ...kind, serves }) !== null;
    },
    relation(path, uid, name, { what, serves } = ANY_RELATION) {
      const isServing: Serves = (each, own) => isRelation(each) && serves(each, own);
      const found = find(path, uid, name, { what, serves: isServing });
      return found === null ? null : (contentTypes[found.target ?? ''] ?? null);
    },
    apart(names) {
      const first = new Map<string, KeyPath>();
      for (const [path, name] of names) {
        const other = first.get(name);
        if (other === undefined) first.set(name, path);
        else {
          const reason = `${besides(path, other)} names that attribute already. Name another one`;
          faults.push(wrongValue(path, name, reason));
        }
      }
    },
    refuse(fault) {
      faults.push(fault);
    },
    end() {
      if (faults.length > 0) throw new ConfigurationError(place, ...faults);
    },
  };
};
