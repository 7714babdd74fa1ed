import { readContext } from '#core/openapi/description-context.ts';
import { FragmentIndex, type SectionToReview } from '#core/openapi/fragment-index.ts';
import type { DescriptionContext, OpenApiNode, OrReference, Schema } from '#core/openapi/model.ts';
import { erasedTemplate } from '#core/openapi/path-template.ts';
import type { Definition } from '#core/openapi/read-part.ts';
import { noNaming } from '#core/openapi/read-reference.ts';
import { canonicalUri } from '#core/openapi/reference-target.ts';
import { ReferenceResolver, type Resolution } from '#core/openapi/resolve-reference.ts';
import type { SectionExtract } from '#core/openapi/section-extract.ts';
import { UsageIndex } from '#core/openapi/usage.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { NodeKind, NodeOf, ReferenceOutcome, ReviewNode, SchemaUsage } from '#core/rule.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** Why a file that a `$ref` names was not read. */
export type UnreadFiles = ReadonlyMap<string, 'missing' | 'outside-workspace' | 'too-large' | 'unreadable'>;

/**
 * An API description over all its files, as far as they are known: which sections belong to it and what each is, where
 * each `$ref` leads, what is defined under which name. Making one anew after an edit reads only the sections that changed.
 */
export class Description {
  readonly context: DescriptionContext;
  readonly #resolver: ReferenceResolver;
  readonly #fragments: FragmentIndex;
  #definitionsRead: ReadonlyMap<string, ReadonlyMap<string, Definition>> | undefined;
  #usageRead: UsageIndex | undefined;
  #rootsRead: readonly OpenApiNode[] | undefined;

  /** `root` is the file with `openapi` or `swagger` at its root; `documents` are all files known, by uri. */
  constructor(root: TreeDocument, documents: ReadonlyMap<string, TreeDocument>) {
    this.context = readContext(root);
    this.#resolver = new ReferenceResolver(this.context, root, documents);
    this.#fragments = new FragmentIndex(root, this.context, this.#resolver);
  }

  /** The root file's sections in text order, then those that `$ref`s lead to in other files, by uri. */
  sectionsToReview(): readonly SectionToReview[] {
    return this.#fragments.sections;
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

  /** What a `$ref` leads to, or why it leads nowhere. */
  resolution(reference: Reference): Resolution {
    return this.#resolver.resolve(reference);
  }

  /** As documented at `Scope.resolve`. */
  resolve<T extends OpenApiNode>(target: OrReference<T> | undefined): T | undefined {
    if (target === undefined || !isReference(target)) return target;
    const resolution = this.#resolver.resolve(target);
    // A reference is read as the kind it names, which is that of T.
    return 'found' in resolution ? (resolution.found as T | undefined) : undefined;
  }

  /** As documented at `Scope.outcome`; `unread` is by uri as written or as `canonicalUri` gives it; a file that is neither known nor in it is `unread`. */
  outcome(reference: Reference, unread: UnreadFiles): ReferenceOutcome {
    const resolution = this.#resolver.resolve(reference);
    if ('found' in resolution) return 'found';
    if ('notRead' in resolution) return resolution.notRead;
    if (!('uri' in resolution)) return resolution.missing === 'cycle' ? 'circular' : 'missing-pointer';
    const reason = unread.get(resolution.uri) ?? unread.get(canonicalUri(resolution.uri));
    if (reason === 'missing') return 'missing-file';
    return reason === 'outside-workspace' ? reason : 'unread';
  }

  /** As documented at `Scope.find`; undefined for kinds of other languages. */
  find<K extends NodeKind>(kind: K, name: string): NodeOf<K> | undefined {
    const definition = this.#definitions.get(kind)?.get(name);
    if (definition === undefined) return undefined;
    const origin = kind === 'openapi.path-item' ? 'path' : undefined;
    const naming = { ...noNaming, name: definition.name, origin } as const;
    const found = this.resolve<OpenApiNode>(this.#resolver.read(definition.kind, definition.place, naming));
    return found && isOfKind(found, kind) ? found : undefined;
  }

  /** As documented at `Scope.names`. */
  names(kind: NodeKind): readonly string[] {
    return [...(this.#definitions.get(kind)?.keys() ?? [])].sort();
  }

  /** As documented at `Scope.roots`. */
  roots<K extends NodeKind>(kind: K): readonly NodeOf<K>[] {
    this.#rootsRead ??= this.#extracts.flatMap(({ roots }) => roots);
    return this.#rootsRead.filter((node) => isOfKind(node, kind));
  }

  /** As documented at `Scope.usage`. */
  usage(schema: Schema): SchemaUsage {
    this.#usageRead ??= new UsageIndex(this.#extracts, (reference) => this.#resolver.firstPlace(reference));
    return this.#usageRead.usageOf(schema);
  }

  get #extracts(): readonly SectionExtract[] {
    return this.#fragments.extracts;
  }

  get #definitions(): ReadonlyMap<string, ReadonlyMap<string, Definition>> {
    this.#definitionsRead ??= readDefinitions(this.#extracts);
    return this.#definitionsRead;
  }
}

/** Of paths that erase to the same template the first counts; of components with one name the last, as in any map. */
function readDefinitions(extracts: readonly SectionExtract[]): ReadonlyMap<string, ReadonlyMap<string, Definition>> {
  const byKind = new Map<string, Map<string, Definition>>();
  for (const definition of extracts.flatMap(({ definitions }) => definitions)) {
    const isPath = definition.kind === 'openapi.path-item';
    const name = isPath ? erasedTemplate(definition.name) : definition.name;
    const byName = byKind.get(definition.kind) ?? new Map<string, Definition>();
    byKind.set(definition.kind, byName);
    if (!isPath || !byName.has(name)) byName.set(name, definition);
  }
  return byKind;
}

function isReference<T extends OpenApiNode>(target: OrReference<T>): target is Reference<T['kind']> {
  return target.kind === 'openapi.reference';
}

function isOfKind<K extends NodeKind>(node: ReviewNode, kind: K): node is NodeOf<K> {
  return node.kind === kind;
}
