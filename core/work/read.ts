import type { SectionId } from '#core/text/section.ts';

/**
 * What a piece of work may read beyond its own section, so that a later edit makes it stale or not. `group` is a description or a Prisma
 * schema, by its root; `of` is a kind of node. Each language says in a table when its reads go stale (`GoesStale`).
 */
export type Read =
  /** A section, or that there is none; its details aside. */
  | { readonly kind: 'section'; readonly id: SectionId }
  /** The descriptions and summaries in a section, and where in it something stands. */
  | { readonly kind: 'details'; readonly id: SectionId }
  /** Whether requests or responses contain the schemas of a section. */
  | { readonly kind: 'usage'; readonly id: SectionId }
  /** Whether a file is there, and why not; `uri` is canonical. */
  | { readonly kind: 'file'; readonly uri: string }
  /** Anything in a file. */
  | { readonly kind: 'anywhere'; readonly uri: string }
  /** The `$id`s a file declares. */
  | { readonly kind: 'ids'; readonly uri: string }
  /** Whether all text of a file is understood. */
  | { readonly kind: 'understood-file'; readonly uri: string }
  /** Whether all text of a group is understood. */
  | { readonly kind: 'understood-group'; readonly group: string }
  /** Which parts of the root of a description are not understood. */
  | { readonly kind: 'understood-roots'; readonly group: string }
  /** Which files a group has. */
  | { readonly kind: 'files'; readonly group: string }
  /** What is found under a name. */
  | { readonly kind: 'name'; readonly group: string; readonly of: string; readonly name: string }
  /** Which names there are. */
  | { readonly kind: 'names'; readonly group: string; readonly of: string }
  /** The things of a kind at the root, in their order. */
  | { readonly kind: 'roots'; readonly group: string; readonly of: string }
  /** What a path of a description names; `name` is its template. */
  | { readonly kind: 'resource'; readonly group: string; readonly name: string }
  /** The keys of a description that the specification does not know. */
  | { readonly kind: 'stray-keys'; readonly group: string }
  /** Whether one configuration holds for all files of a description. */
  | { readonly kind: 'configuration'; readonly group: string }
  /** Whether another description refers into the root of this one. */
  | { readonly kind: 'elsewhere'; readonly group: string }
  /** What the configuration of a description says about schemas and models. */
  | { readonly kind: 'mapping'; readonly group: string };

export type ReadKind = Read['kind'];
export type ReadOf<K extends ReadKind> = Extract<Read, { readonly kind: K }>;

/**
 * When reads go stale, kind by kind: those that may have another answer after a change `C`. Undefined for what nobody reads there.
 * What takes long pauses.
 */
export type GoesStale<C> = { readonly [K in ReadKind]: ((change: C) => Iterable<ReadOf<K> | Pause>) | undefined };

/** Among reads: other things may be done now. */
export type Pause = undefined;

declare const keyed: unique symbol;

/** A read as a text: the same key, the same answer. */
export type ReadKey = string & { readonly [keyed]: true };

export function keyOf(read: Read): ReadKey {
  return textOf(read) as ReadKey;
}

function textOf(read: Read): string {
  const { kind } = read;
  switch (kind) {
    case 'section':
    case 'details':
    case 'usage':
      return `${kind} ${sharedId(read.id)}`;
    case 'file':
    case 'anywhere':
    case 'ids':
    case 'understood-file':
      return `${kind} ${read.uri}`;
    case 'name':
      return `${kind} ${read.group} ${read.of} ${read.name}`;
    case 'resource':
      return `${kind} ${read.group} ${read.name}`;
    case 'names':
    case 'roots':
      return `${kind} ${read.group} ${read.of}`;
    case 'understood-group':
    case 'understood-roots':
    case 'files':
    case 'stray-keys':
    case 'configuration':
    case 'elsewhere':
    case 'mapping':
      return `${kind} ${read.group}`;
    default:
      return kind satisfies never;
  }
}

/** Further sections at the same pointer (`~2`) share the key of the first. */
function sharedId(id: SectionId): string {
  if (!id.includes('~')) return id;
  return id.replace(/~\d+$/, (suffix) => (suffix === '~0' || suffix === '~1' ? suffix : ''));
}
