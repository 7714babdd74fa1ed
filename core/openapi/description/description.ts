import type { NodeKind, NodeOf, ReviewNode } from '#core/node.ts';
import { type DefinitionIndex, indexDefinitions, sameDefinitions } from '#core/openapi/description/definition-index.ts';
import { readDescribedPaths } from '#core/openapi/description/described-paths.ts';
import { contextKey, readContext } from '#core/openapi/description/description-context.ts';
import { type FindFile, readFragmentIndex } from '#core/openapi/description/fragment-index.ts';
import type { FragmentIndex } from '#core/openapi/description/fragments.ts';
import { type ReachedOperation, ReachIndex } from '#core/openapi/description/reach.ts';
import type { SectionToReview } from '#core/openapi/description/root-sections.ts';
import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import { changedSections, type DescriptionChange, sameFiles } from '#core/openapi/description/stale-reads.ts';
import { rootKeys, type StrayKey, strayKeys } from '#core/openapi/description/stray-keys.ts';
import { brokenRoots, isUnderstoodIn } from '#core/openapi/description/understanding.ts';
import { sameFlows, UsageIndex } from '#core/openapi/description/usage.ts';
import type { DescriptionContext, OpenApiNode, OrReference, PathItem, Schema } from '#core/openapi/model.ts';
import type { Place } from '#core/openapi/place.ts';
import { noNaming } from '#core/openapi/read/read-reference.ts';
import { wholePathItem } from '#core/openapi/read/whole-path-item.ts';
import { takeOverIndex } from '#core/openapi/reference/locate.ts';
import { type MissingPart, missingPart } from '#core/openapi/reference/missing-part.ts';
import type { OtherKind } from '#core/openapi/reference/other-kind.ts';
import { canonicalUri, foldedUri, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { ReferenceResolver, type Resolution } from '#core/openapi/reference/resolve-reference.ts';
import { takeOverIds } from '#core/openapi/reference/schema-ids.ts';
import { resourceIn } from '#core/openapi/resources/judged-path.ts';
import type { PathIndex } from '#core/openapi/resources/path-index.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { partsTemplate } from '#core/openapi/resources/path-parts.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import type { Reference, View } from '#core/openapi/view.ts';
import type { ReferenceOutcome, SchemaUsage } from '#core/rule.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { fileInPlace, plainReason, type UnreadReason } from '#core/unread-reason.ts';
import { listDifference, replacedPlaces } from '#core/work/list-difference.ts';
import { noteRead } from '#core/work/note-read.ts';
import { finish, type Steps } from '#core/work/steps.ts';
import { isInConflict, isUnderstood, NotUnderstood } from '#core/work/understood.ts';

/** Why a file that a `$ref` names was not read. */
export type UnreadFiles = ReadonlyMap<string, UnreadReason>;

/**
 * An API description over all its files, as far as they are known: which sections belong to it and what each is, where
 * each `$ref` leads, what is defined under which name. Making one anew after an edit reads only the sections that changed.
 */
export class Description {
  readonly context: DescriptionContext;
  readonly #resolver: ReferenceResolver;
  readonly #fragments: FragmentIndex;
  readonly #paths: PathIndex;
  #definitionsRead: DefinitionIndex | undefined;
  #usageRead: UsageIndex | undefined;
  #reachRead: ReachIndex | undefined;
  /** By kind: there may be thousands of servers, each of which asks. */
  #rootsRead: ReadonlyMap<NodeKind, readonly OpenApiNode[]> | undefined;
  #brokenRootsRead: readonly string[] | undefined;
  #isInConflictRead: boolean | undefined;
  /** Sorted, by kind. */
  readonly #names = new Map<NodeKind, readonly string[]>();

  /**
   * Reads a description in steps. `root` is the file with `openapi` or `swagger` at its root; `findFile` gives the others.
   * `previous` is the same description before an edit: what did not change is taken over.
   */
  static *read(root: TreeDocument, findFile: FindFile, previous?: Description): Steps<Description> {
    const takeOver = (document: TreeDocument): void => takeOverDocument(document, previous?.files.get(document.uri));
    takeOver(root);
    const context = readContext(root);
    const isSameContext = previous !== undefined && contextKey(previous.context) === contextKey(context);
    const resolver = new ReferenceResolver(isSameContext ? previous.context : context);
    function* find(uri: string): Steps<TreeDocument | undefined> {
      const document = yield* findFile(uri);
      if (document !== undefined) takeOver(document);
      return document;
    }
    const known = previous === undefined ? undefined : previous.#fragments;
    const fragments = yield* readFragmentIndex(root, resolver, find, known);
    const paths = yield* readDescribedPaths(
      fragments,
      resolver,
      isSameContext ? { index: previous.#paths, fragments: previous.#fragments } : undefined,
    );
    return new Description(resolver, fragments, paths, previous);
  }

  private constructor(resolver: ReferenceResolver, fragments: FragmentIndex, paths: PathIndex, previous?: Description) {
    this.context = resolver.context;
    this.#resolver = resolver;
    this.#fragments = fragments;
    this.#paths = paths;
    if (previous !== undefined) this.#takeOver(previous);
  }

  /** The files it needs, by uri: the root, and those that references lead into or through. */
  get files(): ReadonlyMap<string, TreeDocument> {
    return this.#fragments.files;
  }

  /** What an edit did to it, as far as reads may go stale. */
  changeSince(
    previous: Description,
    otherwise: Pick<DescriptionChange, 'isConfiguredOtherwise' | 'isUsedOtherwise' | 'isMappedOtherwise'>,
  ): DescriptionChange {
    const isSameUsage = previous.#usageRead === undefined || this.#usageRead === previous.#usageRead;
    return {
      group: this.context.rootUri,
      before: previous.files,
      after: this.files,
      sections: changedSections(previous.files, this.files),
      extracts: listDifference(previous.#extracts, this.#extracts),
      paths: { before: previous.paths, after: this.paths },
      usages: isSameUsage ? [] : this.#usage.differences(previous.#usage),
      ...otherwise,
    };
  }

  /** Indexes hold on as long as what was replaced does the same for them. */
  #takeOver(previous: Description): void {
    const [old, now] = [previous.#extracts, this.#extracts];
    const places = replacedPlaces(old, now);
    const isSame = (same: (a: SectionExtract, b: SectionExtract) => boolean): boolean =>
      places?.every((place) => old[place] && now[place] && same(old[place], now[place])) === true;
    if (isSame(sameDefinitions)) this.#definitionsRead = previous.#definitionsRead;
    if (isSame((a, b) => a.roots.length === 0 && b.roots.length === 0)) this.#rootsRead = previous.#rootsRead;
    const usage = previous.#usageRead;
    if (usage === undefined || this.context !== previous.context || !sameFiles(previous.files, this.files)) return;
    // Where values travel depends on `$ref`s alone: an edit that leaves them alone leaves the index alone.
    // Where the index was patched, references lead to the same places of other files.
    const isWatched = ({ section }: SectionExtract): boolean =>
      usage.watches(section.id) && !(this.#fragments.isPatched && section.uri !== this.context.rootUri);
    if (isSame((a, b) => sameFlows(a, b) && !isWatched(a))) this.#usageRead = usage;
  }

  /** The root file's sections in text order, then those that `$ref`s lead to in other files, by uri. */
  sectionsToReview(): readonly SectionToReview[] {
    return this.#fragments.sections;
  }

  /** The uris of the files those sections are of. */
  urisToReview(): ReadonlySet<string> {
    return this.#fragments.uris;
  }

  /** The uris of referenced files that are not among the documents, sorted. */
  wantedFiles(): readonly string[] {
    return this.#fragments.wantedFiles;
  }

  /** The references to other hosts, in the order they are met; they are never fetched. */
  remoteReferences(): readonly Reference[] {
    return this.#fragments.remoteReferences;
  }

  /** The references to files that are not known, in the order they are met. */
  absentReferences(): readonly Reference[] {
    return this.#fragments.absentReferences;
  }

  /** The references of a file to other files, as they are met. */
  outgoingReferences(uri: string): readonly Reference[] {
    const { own, entries } = this.#fragments;
    if (uri === this.context.rootUri) return own.outgoing.flatMap(({ outgoing }) => outgoing);
    return entries.filter(({ section }) => section.uri === uri).flatMap(({ extract }) => extract.outgoing);
  }

  /** The sections of a file with all their references, as they are met. Who asks for the references of one has it walked. */
  extractsOf(uri: string): readonly Pick<SectionExtract, 'section' | 'references'>[] {
    return this.#extracts.filter(({ section }) => section.uri === uri);
  }

  /** As documented at `Scope.isUnderstood`. */
  isUnderstood(): boolean {
    noteRead({ kind: 'understood-group', group: this.context.rootUri });
    return isUnderstoodIn(this.files);
  }

  /** True where a file holds two versions of some lines: nobody knows which is meant. */
  get isInConflict(): boolean {
    this.#isInConflictRead ??= [...this.files.values()].some(isInConflict);
    return this.#isInConflictRead;
  }

  /** What a `$ref` leads to, or why it leads nowhere. */
  resolution(reference: Reference): Resolution {
    return this.#resolver.resolve(reference);
  }

  /** Where a reference leads in one step; undefined where that is nowhere, or not known. */
  firstPlace(reference: Reference): Place | undefined {
    return this.#resolver.firstPlace(reference);
  }

  /** What stands at a pointer of the root, `$ref`s on the way followed. */
  placeAt(pointer: readonly string[]): Place | undefined {
    return this.#resolver.placeAt(this.context.rootUri, pointer);
  }

  /** What a `$ref` leads to; undefined where that is nowhere, or not known. */
  resolve<T extends OpenApiNode>(target: OrReference<T> | undefined): T | undefined {
    if (target === undefined || !isReference(target)) return target;
    const resolution = this.#resolver.resolve(target);
    // A reference is read as the kind it names, which is that of T.
    return 'found' in resolution ? (resolution.found as T | undefined) : undefined;
  }

  /** As documented at `Scope.resolve`. */
  resolveUnderstood<T extends OpenApiNode>(target: OrReference<T> | undefined): T | undefined {
    const found = this.resolve(target);
    if (found !== undefined || target === undefined || !isReference(target)) return found;
    const resolution = this.#resolver.resolve(target);
    if ('notRead' in resolution && isUnclear(resolution.notRead)) throw new NotUnderstood();
    return undefined;
  }

  /** As documented at `Scope.outcome`; `unread` is by uri as written or as `canonicalUri` gives it; a file that is neither known nor in it is `unread`. */
  outcome(reference: Reference, unread: UnreadFiles): ReferenceOutcome {
    const resolution = this.#resolver.resolve(reference);
    if ('found' in resolution) return 'found';
    if ('notRead' in resolution) return resolution.notRead;
    if (!('uri' in resolution)) return resolution.missing === 'cycle' ? 'circular' : 'missing-pointer';
    const reason = unread.get(resolution.uri) ?? unread.get(canonicalUri(resolution.uri));
    const plain = reason === undefined ? 'unreadable' : plainReason(reason);
    if (plain === 'missing') return 'missing-file';
    return plain === 'outside-workspace' ? plain : 'unread';
  }

  /** As documented at `Scope.fileLike`. */
  fileLike(reference: Reference, unread: UnreadFiles): string | undefined {
    noteRead({ kind: 'files', group: this.context.rootUri });
    const { target, section } = reference;
    const { uri } = readReferenceTarget(target, section.uri);
    const wanted = foldedUri(uri);
    const known = [...this.files.keys()].find((each) => foldedUri(each) === wanted);
    if (known !== undefined) return known;
    for (const spelled of [uri, readReferenceTarget(target.replaceAll('\\', '/'), section.uri).uri]) {
      noteRead({ kind: 'file', uri: canonicalUri(spelled) });
      const found = fileInPlace(unread.get(spelled) ?? unread.get(canonicalUri(spelled)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** As documented at `Scope.find`; undefined for kinds of other languages. */
  find<K extends NodeKind>(kind: K, name: string): NodeOf<K> | undefined {
    noteRead({ kind: 'name', group: this.context.rootUri, of: kind, name });
    const found = this.#definitions.get(kind)?.get(name);
    const definition = found && this.#extracts[found.extract]?.definitions[found.definition];
    if (definition === undefined) return undefined;
    const { section } = definition.place.location;
    noteRead({ kind: 'section', id: section.id });
    if (!isUnderstood(section)) throw new NotUnderstood();
    const origin = kind === 'openapi.path-item' ? 'path' : undefined;
    const naming = { ...noNaming, name: definition.name, origin } as const;
    const node = this.resolve<OpenApiNode>(this.#resolver.read(definition.kind, definition.place, naming));
    const whole =
      node?.kind === 'openapi.path-item' ? wholePathItem(node, this.resolve<PathItem>(node.reference)) : node;
    return whole && isOfKind(whole, kind) ? whole : undefined;
  }

  /** As documented at `Scope.resource`. */
  resource(path: string): PathResource | undefined {
    const resource = resourceIn(this.paths, path);
    noteRead({ kind: 'resource', group: this.context.rootUri, name: resource?.template ?? partsTemplate(path) });
    return resource;
  }

  /** The paths, as a tree: what `resource` answers from. */
  get paths(): PathNode {
    return this.#paths.root;
  }

  /** True where `find` would find something, for those that are no rules: what is asked here is not noted. */
  defines(kind: NodeKind, name: string): boolean {
    return this.#definitions.get(kind)?.has(name) === true;
  }

  /** The names that `find` knows, in the order of the texts. Not noted either. */
  definedNames(kind: NodeKind): Iterable<string> {
    return this.#definitions.get(kind)?.keys() ?? [];
  }

  /** As documented at `Scope.names`. */
  names(kind: NodeKind): readonly string[] {
    noteRead({ kind: 'names', group: this.context.rootUri, of: kind });
    const known = this.#names.get(kind) ?? [...(this.#definitions.get(kind)?.keys() ?? [])].sort();
    this.#names.set(kind, known);
    return known;
  }

  /** As documented at `Scope.roots`. */
  roots<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    const group = this.context.rootUri;
    noteRead({ kind: 'roots', group, of: kind });
    noteRead({ kind: 'understood-roots', group });
    this.#rootsRead ??= byKind(this.#extracts.flatMap(({ roots }) => roots));
    // Grouped by their kind.
    const own = (this.#rootsRead.get(kind) ?? none) as readonly NodeOf<K>[];
    const roots = kind === 'openapi.path-item' ? [...own, ...this.#referredWebhooks<NodeOf<K>>(this.#rootsRead)] : own;
    const broken = this.#brokenRoots;
    const isMissed = roots.length === 0 && broken.length > 0;
    if (isMissed || broken.some((key) => key === '' || key === keysOfRoots.get(kind))) throw new NotUnderstood();
    return roots;
  }

  /** The webhooks that a `$ref` stands for. */
  #referredWebhooks<T>(roots: ReadonlyMap<NodeKind, readonly OpenApiNode[]>): readonly T[] {
    noteRead({ kind: 'roots', group: this.context.rootUri, of: 'openapi.reference' });
    const found = (roots.get('openapi.reference') ?? none).flatMap((node) => this.resolve<OpenApiNode>(node) ?? []);
    // A `$ref` of theirs leads to a path item, or nowhere.
    return found.filter(({ kind }) => kind === 'openapi.path-item') as unknown as readonly T[];
  }

  /** As documented at `Scope.missingPart`. */
  missingPart(reference: Reference): MissingPart | undefined {
    const resolution = this.#resolver.resolve(reference);
    const isMissing = 'missing' in resolution && resolution.missing === 'pointer';
    return isMissing ? missingPart(reference, this.files) : undefined;
  }

  /** As documented at `Scope.otherKind`. */
  otherKind(reference: Reference): OtherKind | undefined {
    const resolution = this.#resolver.resolve(reference);
    const isOther = 'notRead' in resolution && resolution.notRead === 'other-kind';
    const place = isOther ? this.#resolver.firstPlace(reference) : undefined;
    return place && this.#resolver.otherKind(reference, place);
  }

  /** As documented at `Scope.strayKeys`. */
  strayKeys(): readonly StrayKey[] {
    noteRead({ kind: 'stray-keys', group: this.context.rootUri });
    const root = this.files.get(this.context.rootUri);
    const { doubtful } = this.#fragments.own;
    const isSure = ({ section }: StrayKey): boolean => isUnderstood(section) && !doubtful.has(section);
    return root === undefined ? [] : strayKeys(root).filter(isSure);
  }

  /** As documented at `Scope.rootKeys`. Each is, or stands in, a section that tells of stray keys. */
  rootKeys(): readonly string[] {
    const group = this.context.rootUri;
    noteRead({ kind: 'stray-keys', group });
    noteRead({ kind: 'understood-roots', group });
    const root = this.files.get(group);
    if (root === undefined || this.#brokenRoots.length > 0) throw new NotUnderstood();
    return rootKeys(root);
  }

  /** As documented at `Usages.usage`. Where that is not known yet it is found out at once; `prepareUsage` does so in steps. */
  usage(schema: Schema): SchemaUsage {
    noteRead({ kind: 'usage', id: schema.section.id });
    return this.#usage.usageOf(schema);
  }

  /** As documented at `FormerScope.reached`; asked only of what never changes. */
  reached(view: View, most: number): readonly ReachedOperation[] {
    this.#reachRead ??= new ReachIndex(this.#extracts, (reference) => this.#resolver.firstPlace(reference));
    return this.#reachRead.operationsOf(view, most);
  }

  /** Finds out in steps what `usage` answers, where that is not known yet. */
  *prepareUsage(): Steps<void> {
    if (!this.isUsageKnown) yield* this.#readUsage();
  }

  get isUsageKnown(): boolean {
    return this.#usageRead !== undefined;
  }

  *#readUsage(): Steps<UsageIndex> {
    const follow = (reference: Reference) => this.#resolver.firstPlace(reference);
    const usage = yield* UsageIndex.read(this.#extracts, follow);
    this.#usageRead = usage;
    return usage;
  }

  get #usage(): UsageIndex {
    return this.#usageRead ?? finish(this.#readUsage());
  }

  get #brokenRoots(): readonly string[] {
    this.#brokenRootsRead ??= brokenRoots(this.files.get(this.context.rootUri));
    return this.#brokenRootsRead;
  }

  get #extracts(): readonly SectionExtract[] {
    return this.#fragments.extracts;
  }

  get #definitions(): DefinitionIndex {
    this.#definitionsRead ??= indexDefinitions(this.#extracts);
    return this.#definitionsRead;
  }
}

/** The keys of the root that things of a kind stand under. */
const keysOfRoots: ReadonlyMap<NodeKind, string> = new Map([
  ['openapi.info', 'info'],
  ['openapi.server', 'servers'],
  ['openapi.tag', 'tags'],
  ['openapi.security-requirement', 'security'],
  ['openapi.path-item', 'webhooks'],
]);

/** True where what a reference leads to is there, and cannot be said. */
function isUnclear(reason: string): boolean {
  return reason === 'broken' || reason === 'too-long' || reason === 'other-kind';
}

function takeOverDocument(document: TreeDocument, before: TreeDocument | undefined): void {
  if (before === undefined || before === document) return;
  takeOverIndex(document, before);
  takeOverIds(document, before);
}

function isReference<T extends OpenApiNode>(target: OrReference<T>): target is Reference<T['kind']> {
  return target.kind === 'openapi.reference';
}

const none: readonly OpenApiNode[] = [];

function byKind(nodes: readonly OpenApiNode[]): ReadonlyMap<NodeKind, readonly OpenApiNode[]> {
  const kinds = new Map<NodeKind, OpenApiNode[]>();
  for (const node of nodes) {
    const known = kinds.get(node.kind);
    if (known === undefined) kinds.set(node.kind, [node]);
    else known.push(node);
  }
  return kinds;
}

function isOfKind<K extends NodeKind>(node: ReviewNode, kind: K): node is NodeOf<K> {
  return node.kind === kind;
}
