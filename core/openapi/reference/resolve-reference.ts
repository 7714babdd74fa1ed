import { rootVersion } from '#core/openapi/description/description-context.ts';
import type { DescriptionContext, OpenApiNode, OpenApiVersion } from '#core/openapi/model.ts';
import { descend, type Place } from '#core/openapi/place.ts';
import { containerKey } from '#core/openapi/read/container-reference.ts';
import { isMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { readContainer } from '#core/openapi/read/read-container.ts';
import { readNode } from '#core/openapi/read/read-node.ts';
import { containerAt } from '#core/openapi/read/read-part.ts';
import { isNamedBySite, type Naming, namingOf, readReference } from '#core/openapi/read/read-reference.ts';
import { readSchemaList, standsForList } from '#core/openapi/read/read-schema.ts';
import { dynamicAnchors } from '#core/openapi/reference/dynamic-anchors.ts';
import { isHeaderPointer, leadsIntoNothing, locate, locateAnchor } from '#core/openapi/reference/locate.ts';
import { type OtherKind, otherKindAt, otherKindOf, wantedObject } from '#core/openapi/reference/other-kind.ts';
import {
  canonicalUri,
  parsePointer,
  type ReferenceTarget,
  readReferenceTarget,
  resolveUri,
  splitReference,
} from '#core/openapi/reference/reference-target.ts';
import { findAnchor } from '#core/openapi/reference/schema-anchor.ts';
import { mayDeclareId, resourceAround, schemaIds, selfOf } from '#core/openapi/reference/schema-ids.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { sectionIdOf } from '#core/tree/section-ids.ts';
import { findString, isEmptyValue, type TreeNode } from '#core/tree/tree.ts';
import { isNoting, noteRead, noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';
import { isAllUnderstood, isUnderstood } from '#core/work/understood.ts';

/** What a `$ref` leads to, through further ones, or why it leads nowhere. */
export type Resolution =
  /** Undefined where the target is there but has no view: a link, or a whole container such as `paths`. */
  | { readonly found: OpenApiNode | undefined }
  /** `uri` is the file that is not known. */
  | { readonly missing: 'file'; readonly uri: string }
  /** `pointer`: the file has no such value, or one that cannot be read as what is expected. */
  | { readonly missing: 'pointer' | 'cycle' }
  /**
   * `uri` is the file it leads to if what is not followed says nothing else; `broken`: the target, or what may hold it, is not understood;
   * `other-kind`: what stands there is not what is wanted.
   */
  | { readonly notRead: 'remote' | 'unsupported' | 'broken' | 'too-long' | 'other-kind'; readonly uri?: string };

interface KnownResolution {
  readonly to: string;
  readonly resolution: Resolution;
  readonly reads: ReadonlySet<ReadKey>;
}

type Failure = Exclude<Resolution, { readonly found: unknown }>;

/** The place a `$ref` leads to in one step; `header` when that is a map cut into sections. */
export type Step = { readonly place: Place } | { readonly header: true } | Failure;

/** So many `$ref`s that lead on to another one are followed. */
export const maximumHops = 200;

/** How many `$ref`s on the way of one pointer are followed before it counts as a circle. */
const maximumDetours = 32;

/** Follows `$ref`s over the files of one description. The same target gives the very same view. */
export class ReferenceResolver {
  readonly context: DescriptionContext;
  /** By canonical uri. */
  readonly #documents = new Map<string, TreeDocument>();
  /** By the uri of the file they stand in and what they say: what leads to the same place without a name of its own. */
  readonly #shared = new Map<string, Map<string, KnownResolution>>();
  /** What was asked for last: most references stand in one file. */
  #last: { readonly uri: string; readonly shared: Map<string, KnownResolution> } | undefined;
  /** All others, by the value that holds the `$ref`. */
  readonly #resolutions = new WeakMap<TreeNode, KnownResolution>();
  readonly #nodes = new WeakMap<TreeNode, Map<string, OpenApiNode | undefined>>();

  constructor(context: DescriptionContext) {
    this.context = context;
  }

  /** Lets references lead into a file. Nothing may be resolved before all files are there. */
  add(document: TreeDocument): void {
    this.#documents.set(canonicalUri(document.uri), document);
  }

  resolve(reference: Reference): Resolution {
    const { to } = reference;
    // Below an `$id` the same text may mean another place.
    const isPlain = !mayDeclareId(reference.section) && !reference.isDynamic;
    const known = isPlain ? this.#sharedIn(reference.section.uri).get(reference.target) : undefined;
    const own = known?.to === to ? known : this.#resolutions.get(reference.tree);
    if (own?.to === to) {
      noteReads(own.reads);
      return own.resolution;
    }
    const { result: resolution, reads } = recordReads(() => this.#follow(reference));
    this.#keep(reference, { to, resolution, reads });
    return resolution;
  }

  #sharedIn(uri: string): Map<string, KnownResolution> {
    if (this.#last?.uri === uri) return this.#last.shared;
    const shared = this.#shared.get(uri) ?? new Map<string, KnownResolution>();
    this.#shared.set(uri, shared);
    this.#last = { uri, shared };
    return shared;
  }

  #keep(reference: Reference, resolution: KnownResolution): void {
    const shared = this.#sharedIn(reference.section.uri);
    // Whether a place that is not there counts as missing depends on the section.
    const isFound = 'found' in resolution.resolution;
    const isPlain = !standsForList(reference) && !isNamedBySite(reference.to) && !mayDeclareId(reference.section);
    const isShared = isFound && isPlain && !reference.isDynamic;
    if (isShared && !shared.has(reference.target)) shared.set(reference.target, resolution);
    else if (!this.#resolutions.has(reference.tree)) this.#resolutions.set(reference.tree, resolution);
  }

  /** Reads a place as something of a kind; the very same view each time. */
  read(kind: string, place: Place, naming: Naming): OpenApiNode | undefined {
    const key = isNamedBySite(kind)
      ? `${kind} ${naming.origin ?? ''} ${naming.method ?? ''} ${naming.name ?? ''} ${naming.part?.join('/') ?? ''}`
      : kind;
    const known = this.#nodes.get(place.tree) ?? new Map<string, OpenApiNode | undefined>();
    this.#nodes.set(place.tree, known);
    if (!known.has(key)) known.set(key, this.#readNode(kind, place, naming));
    return known.get(key);
  }

  #readNode(kind: string, place: Place, naming: Naming): OpenApiNode | undefined {
    if (kind === schemaList) return readSchemaList(place, this.context);
    if (kind !== 'openapi.part') return readNode(kind, place, this.context, naming);
    const container = containerKey(naming.part);
    if (container === undefined) return undefined;
    return readReference(place, 'openapi.part', naming) ?? readContainer(container, place, this.context);
  }

  /** Where a reference leads in one step; undefined when nowhere. */
  firstPlace(reference: Reference): Place | undefined {
    const step = this.step(reference);
    return 'place' in step ? step.place : undefined;
  }

  /** What stands at a pointer of a file, `$ref`s on the way followed. */
  placeAt(uri: string, pointer: readonly string[]): Place | undefined {
    const step = this.#locate({ kind: 'pointer', uri, pointer }, 0);
    return 'place' in step ? step.place : undefined;
  }

  step(reference: Reference): Step {
    const { section, target } = reference;
    const isBelowId = mayDeclareId(section);
    // What a fragment alone names is looked for in the innermost schema with an `$id` first.
    const within = isBelowId && target.startsWith('#') ? this.#locateById(reference) : undefined;
    if (within !== undefined && 'place' in within) return within;
    const step = this.#locate(readReferenceTarget(target, section.uri), 0);
    if ('place' in step || 'header' in step) return step;
    const byId = this.#locateById(reference) ?? this.#locateBySelf(reference);
    if (byId !== undefined) return byId;
    // Below an `$id`, and in a file that calls itself otherwise, a relative reference starts from there: which file it means is not sure.
    // What a `$dynamicRef` leads to may be declared where its schema is used.
    if (!('missing' in step)) return step;
    if (!isBelowId && !reference.isDynamic && (step.missing !== 'file' || this.#selfOf(section.uri) === undefined))
      return step;
    return step.missing === 'file' ? { notRead: 'unsupported', uri: step.uri } : { notRead: 'unsupported' };
  }

  /** Where a reference leads that names its own file, or the root, by what that calls itself. */
  #locateBySelf({ target, section }: Reference): Step | undefined {
    const { file } = splitReference(target);
    if (file === '') return undefined;
    const wanted = resolveUri(file, this.#selfOf(section.uri) ?? section.uri);
    const meant = [section.uri, this.context.rootUri].find((uri) => this.#selfOf(uri) === wanted);
    if (meant === undefined) return undefined;
    return this.#locate(readReferenceTarget(target.slice(file.length), meant), 0);
  }

  #selfOf(uri: string): string | undefined {
    noteRead({ kind: 'ids', uri });
    const document = this.#documents.get(canonicalUri(uri));
    return document && selfOf(document);
  }

  /**
   * Where a reference leads that names a schema of its own file, or of the root, by `$id`, or a place in the schema with an `$id` it
   * stands in (JSON Schema 2020-12 §8.2).
   */
  #locateById({ target, section, location }: Reference): Step | undefined {
    const resource = resourceAround(location);
    const { file, fragment } = splitReference(target);
    const root =
      file === '' ? resource?.root : this.#schemaOfId(resolveUri(file, resource?.base ?? section.uri), section.uri);
    if (root === undefined) return undefined;
    if (fragment !== '' && !fragment.startsWith('/')) return placeOrUnknown(findAnchor(root, fragment));
    return placeOrUnknown(descend(root, parsePointer(fragment)));
  }

  #schemaOfId(id: string, uri: string): Place | undefined {
    const { rootUri } = this.context;
    for (const each of uri === rootUri ? [uri] : [uri, rootUri]) {
      noteRead({ kind: 'ids', uri: each });
      const document = this.#documents.get(canonicalUri(each));
      const place = document && schemaIds(document).get(id);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  #follow(reference: Reference): Resolution {
    const naming = namingOf(reference);
    const seen = new Set<TreeNode>();
    for (let current = reference; ; ) {
      if (seen.has(current.tree)) return { missing: 'cycle' };
      if (seen.size === maximumHops) return { notRead: 'too-long' };
      seen.add(current.tree);
      const step = this.step(current);
      if ('header' in step && reference.to === 'openapi.part') return { found: undefined };
      // What a reference on the way misses is told of that one.
      if (('missing' in step || 'header' in step) && current !== reference) return { notRead: 'broken' };
      if ('header' in step) return { missing: 'pointer' };
      if (!('place' in step)) return step;
      if (!isUnderstood(step.place.location.section)) return { notRead: 'broken' };
      if (current.isDynamic && this.#mayBeReplaced(step.place)) return { notRead: 'unsupported' };
      const isList = step.place.tree.kind === 'list' && standsForList(reference);
      const node = this.read(isList ? schemaList : reference.to, step.place, naming);
      if (node === undefined) return unreadable(reference, step.place);
      if (!isList && this.otherKind(current, step.place) !== undefined)
        return { notRead: current === reference ? 'other-kind' : 'broken' };
      if (node.kind !== 'openapi.reference') return { found: node };
      current = node;
    }
  }

  /** What stands at a place that a reference leads to, where that is not what it wants; undefined where it is, or nobody knows. */
  otherKind({ to }: Reference, place: Place): OtherKind | undefined {
    const wanted = wantedObject(this.context.version, to);
    if (wanted === undefined) return undefined;
    const pointer = pointerOf(place.location);
    const version = this.#versionAt(place.location.section.uri, pointer);
    return version === undefined ? otherKindOf(place.tree, wanted) : otherKindAt(version, pointer, wanted);
  }

  /** The version by whose rules a pointer of a file tells what stands there: that of a root, and of components in any file. */
  #versionAt(uri: string, pointer: readonly string[]): OpenApiVersion | undefined {
    const { version, rootUri } = this.context;
    if (canonicalUri(uri) === canonicalUri(rootUri)) return version;
    const document = this.#documents.get(canonicalUri(uri));
    for (const key of ['openapi', 'swagger']) noteRead({ kind: 'section', id: sectionIdOf(uri, [key]) });
    const own = document && rootVersion(document);
    const isComponent =
      pointer[0] === 'components' && pointer.length > 2 && containerAt(pointer.slice(0, 2)) !== undefined;
    return own ?? (isComponent && version !== '2.0' ? version : undefined);
  }

  /** True where another `$dynamicAnchor` of the same name may stand for this one: which of them does depends on how it is reached. */
  #mayBeReplaced({ tree }: Place): boolean {
    const name = findString(tree, '$dynamicAnchor')?.value;
    if (name === undefined) return false;
    noteRead({ kind: 'files', group: this.context.rootUri });
    let count = 0;
    for (const document of this.#documents.values()) {
      noteRead({ kind: 'anywhere', uri: document.uri });
      count += dynamicAnchors(document).get(name) ?? 0;
    }
    return count > 1;
  }

  #locate(target: ReferenceTarget, detours: number): Step {
    if (target.kind === 'remote') return { notRead: 'remote' };
    const document = this.#documents.get(canonicalUri(target.uri));
    noteTarget(target, document?.uri ?? target.uri);
    if (document === undefined) return { missing: 'file', uri: target.uri };
    if (target.kind === 'anchor') {
      const place = locateAnchor(document, target.name);
      return place ? { place } : this.#nowhereIn(document);
    }
    const found = locate(document, target.pointer);
    if (found?.kind === 'place') return { place: found.place };
    if (found?.kind === 'through') return this.#detour(found.place, found.rest, detours + 1);
    if (isHeaderPointer(document, target.pointer)) return { header: true };
    if (leadsIntoNothing(document, target.pointer)) return { notRead: 'broken' };
    return this.#nowhereIn(document);
  }

  #nowhereIn(document: TreeDocument): Step {
    noteRead({ kind: 'understood-file', uri: document.uri });
    return isAllUnderstood(document) ? { missing: 'pointer' } : { notRead: 'broken' };
  }

  /** A pointer that passes a `$ref` goes on in that one's target. */
  #detour(place: Place, rest: readonly string[], detours: number): Step {
    if (detours > maximumDetours) return { missing: 'cycle' };
    if (!isUnderstood(place.location.section)) return { notRead: 'broken' };
    const text = findString(place.tree, '$ref')?.value ?? '';
    const target = readReferenceTarget(text, place.location.section.uri);
    if (target.kind !== 'pointer') return target.kind === 'remote' ? { notRead: 'remote' } : { notRead: 'unsupported' };
    const step = this.#locate({ ...target, pointer: [...target.pointer, ...rest] }, detours);
    // What that one misses is told of it alone.
    if (!('missing' in step) || step.missing === 'cycle' || !this.#misses(target)) return step;
    return step.missing === 'file' ? { notRead: 'broken', uri: step.uri } : { notRead: 'broken' };
  }

  #misses({ uri, pointer }: Extract<ReferenceTarget, { readonly kind: 'pointer' }>): boolean {
    const document = this.#documents.get(canonicalUri(uri));
    if (document === undefined) return true;
    return locate(document, pointer) === undefined && !isHeaderPointer(document, pointer);
  }
}

/** An anchor is looked for in the whole file, a pointer in the sections on its way. */
function noteTarget(target: Exclude<ReferenceTarget, { kind: 'remote' }>, uri: string): void {
  if (!isNoting()) return;
  noteRead({ kind: 'file', uri: canonicalUri(uri) });
  if (target.kind === 'anchor') noteRead({ kind: 'anywhere', uri });
  else for (const steps of beginningsOf(target.pointer)) noteRead({ kind: 'section', id: sectionIdOf(uri, steps) });
}

/** As far as sections lie deep: three steps. */
function beginningsOf(pointer: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.min(3, pointer.length) + 1 }, (_, depth) => pointer.slice(0, depth));
}

/** What is read where a `$ref` stands in place of a list of schemas. */
const schemaList = 'openapi.schema-list';

function placeOrUnknown(place: Place | undefined): Step {
  return place ? { place } : { notRead: 'unsupported' };
}

/** What is there, and empty, is yet to be written; a text in place of a component may mean what is expected. */
function unreadable(reference: Reference, { tree, location }: Place): Resolution {
  if (hasNoView(reference)) return { found: undefined };
  const isComponent = location.parent === undefined;
  return isEmptyValue(tree) || (isComponent && isMisplacedText(tree)) ? { notRead: 'broken' } : { missing: 'pointer' };
}

function hasNoView({ to }: Reference): boolean {
  return to === 'openapi.part';
}
