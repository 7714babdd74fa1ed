import type { IfPlain } from '#core/fact.ts';
import type { NodeKind, NodeOf, ReviewNode } from '#core/node.ts';
import type { ReachedOperation } from '#core/openapi/description/reach.ts';
import type { StrayKey } from '#core/openapi/description/stray-keys.ts';
import type { OpenApiNode, OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { MissingPart } from '#core/openapi/reference/missing-part.ts';
import type { OtherKind } from '#core/openapi/reference/other-kind.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import type { Reference, View } from '#core/openapi/view.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { ModelMatch, PathKey, PathMatch } from '#core/project/mapping/match.ts';
import type { Section } from '#core/text/section.ts';
import type { Edit, Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `unnecessary`: text that may go, which editors grey out. `deprecated`: what is on its way out, which they strike through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/** Exact text edits in one section, or an intended change of a YAML or JSON value (the writer finds the text). */
export type Change =
  | { readonly kind: 'text'; readonly section: Section; readonly edits: readonly [Edit, ...Edit[]] }
  | TreeChange;

/**
 * `safe`: no client of the API, generated ones too, and no stored row can notice; nothing is to be migrated, and nothing is
 * promised that the server may not do. Anything else is `review` and never part of “fix all”.
 */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly changes: readonly [Change, ...Change[]] | LateChanges;
}

/**
 * Changes that follow from how a whole description or Prisma schema is written. They are made from its texts as they are when somebody asks for the
 * fix: what they need is no fact of the rule, so that an edit of it judges nothing again.
 */
export interface LateChanges {
  /** The root file of the description, or any file of the Prisma schema. */
  readonly rootUri: string;
  readonly make: (survey: Survey) => readonly [Change, ...Change[]];
}

/** What can be asked of a whole description or Prisma schema when a fix is wanted. */
export interface Survey {
  /** What a collector gathers from all nodes, in file order; the very same list whenever it is asked for. */
  gathered<F>(collector: Collector<F>): readonly InSection<F>[];
}

/** Gathers from nodes of some kinds, for fixes. */
export interface Collector<F> {
  readonly on: readonly NodeKind[];
  /** True for nodes within which there is nothing to gather. */
  readonly isClosed: (node: ReviewNode) => boolean;
  gather(node: ReviewNode, scope: Scope & Usages): Iterable<F>;
}

/** Another place that explains a finding. */
export interface Related {
  readonly section: Section;
  readonly span: Span;
  readonly message: string;
  /** Of a place in the base: what that is called, and where its section begins in its file. */
  readonly former?: { readonly name: string; readonly start: number };
}

/**
 * What findings of one rule have in common: one shared thing, or one habit. All that name the same cause in one description (or
 * Prisma schema) are told as one, however many there are, so that mending some of them never turns one finding into many. One
 * that is left alone is told as itself.
 */
export interface Cause {
  /** Tells it apart from other causes of the same rule. */
  readonly key: string;
  /** Said of all of them together; `count` is 2 or more. */
  readonly message: (count: number) => string;
  /** The title of the fix that makes the first fix of each; there is none without it. */
  readonly fixTitle?: (count: number) => string;
  /** Where they are told when that is not at the place of the first: the shared thing itself, or the top of the document. */
  readonly place?: { readonly section: Section; readonly span: Span };
  /** How many there are, where `place` is said of all of them: where some of these are silenced, the others are told at the first of them. */
  readonly all?: number;
}

/** What a rule reports. `section` is needed only where the place is not in the section of the node that was checked. */
export interface Finding {
  readonly section?: Section;
  readonly span: Span;
  /** Names the user's own thing and what is wrong with it; the remedy is the fix's title. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly cause?: Cause;
}

/** A row of the guideline; `id` is unique over all sections. */
export interface ChecklistItem {
  readonly id: string;
  /** A short noun: what the row is about. */
  readonly title: string;
  /** What is true of a good design. */
  readonly sentence?: string;
}

/** A source: `RFC 9457 §3.1` with its address. */
export interface RuleReference {
  readonly title: string;
  readonly url?: string;
}

/** One text (`openapi.yaml` or `schema.prisma` by the rule's folder), or several by file name. */
export type ExampleText = string | { readonly [fileName: string]: string };

/** Marks «…» in `bad` are the expected spans; `good` is `bad` after its first fixes (where it has any) and has no finding. */
export interface RuleExample {
  readonly title: string;
  readonly bad: ExampleText;
  readonly good: ExampleText;
}

/** A setting a rule takes in `plumbline.yaml`; its type is that of the default. */
export interface RuleOption {
  readonly default: string | number | boolean | readonly string[];
  readonly description: string;
}
export type RuleOptions = { readonly [name: string]: RuleOption };

type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : readonly string[];
export type OptionValues<O extends RuleOptions> = { readonly [N in keyof O]: Widened<O[N]['default']> };

export interface RuleInfo {
  /** The path of the rule's file under `rules/`: its language or `cross`, then its name; states the norm, not the fault. */
  readonly id: `${string}/${string}`;
  /** An imperative sentence. */
  readonly summary: string;
  readonly why: string;
  /** The guideline row it serves. */
  readonly item: ChecklistItem;
  readonly references: readonly RuleReference[];
  readonly severity: Severity;
  /** On in the preset `recommended`. */
  readonly recommended: boolean;
  /** How an editor shows what it finds, where not as usual. */
  readonly tag?: FindingTag;
  /** Of YAML and JSON: it looks only at nodes in whose map one of these keys is written. */
  readonly having?: readonly string[];
  /** Of `$ref`s it looks only at those where one of these kinds is wanted (`Reference.to`). */
  readonly to?: readonly NodeKind[];
  readonly options?: RuleOptions;
  readonly examples: readonly [RuleExample, ...RuleExample[]];
}

/**
 * What a rule may see beyond its node. Every call is recorded, so that an edit rechecks only true readers; descriptions and
 * summaries are recorded by themselves when a view is asked for them, so that nothing may look for them in its tree. Answers stay
 * within the node's own description or Prisma schema. Where an answer depends on text that is not understood, the rule is left
 * (`NotUnderstood`): it says no more of the node.
 */
export interface Scope {
  /** The view itself, or what its `$ref` leads to (through further `$ref`s); undefined when it leads nowhere or in a circle. */
  resolve<T extends OpenApiNode>(target: OrReference<T>): T | undefined;
  resolve<T extends OpenApiNode>(target: OrReference<T> | undefined): T | undefined;
  /** False where some text of the description is not understood: what is nowhere may be there. */
  isUnderstood(): boolean;
  /** True where one configuration holds for all files of the description: else a rule may be off for some, and knows nothing of them. */
  isConfiguredAlike(): boolean;
  /** True where another description refers into the root of this one: what nothing uses here may be used there. */
  isUsedElsewhere(): boolean;
  /** What became of a `$ref`. */
  outcome(reference: Reference): ReferenceOutcome;
  /** The uri of a file whose name differs from the referenced one in case or in backslashes only: one of the description, or beside where that was looked for. */
  fileLike(reference: Reference): string | undefined;
  /**
   * The named thing of this kind: a component by its name, `openapi.path-item` by its template with parameter names
   * erased (`/users/{}`), `openapi.security-scheme`, `prisma.model`, `prisma.enum`, `prisma.type` by name, in a namespace of Prisma 8 by
   * both (`auth.User`, `blockId`). With `from`, what a type means that is written in that namespace, in none where it is empty: ask
   * `modelOf` and its like for types of fields.
   */
  find<K extends NodeKind>(kind: K, name: string, from?: string): NodeOf<K> | undefined;
  /**
   * What a path template names, and why: a collection, an item, something that is done … Undefined where no path of the description
   * begins with it. What is missing there is known only where `isUnderstood`.
   */
  resource(path: string): PathResource | undefined;
  /** Every name `find` knows for this kind, sorted. */
  names(kind: NodeKind): readonly string[];
  /**
   * The things of a kind that stand at the root: `openapi.document`, `openapi.info`, `openapi.server`, `openapi.tag`,
   * `openapi.security-requirement` (the document's), `openapi.path-item` (the webhooks), `prisma.datasource`, `prisma.generator`.
   */
  roots<K extends NodeKind>(kind: K): readonly NodeOf<K>[];
  /** Of a `$ref` into a file that is there, and has no such place: what is missing in it. */
  missingPart(reference: Reference): MissingPart | undefined;
  /** Of a `$ref` with the outcome `other-kind`: what stands where it leads. */
  otherKind(reference: Reference): OtherKind | undefined;
  /** The keys of the document and of its components that the specification does not know, extensions aside. */
  strayKeys(): readonly StrayKey[];
  /** The keys at the root of the description. */
  rootKeys(): readonly string[];
}

/** The scope of a description's nodes that sees the Prisma schema the description is compared with, too. */
export interface DatabaseScope extends Scope {
  /**
   * The Prisma model a schema describes, and how its properties stand for fields: by the component's name or, for a schema without one,
   * by the collection that ends `path` (`/v1/users/{id}` → `User`), confirmed by properties that are fields of that model. What
   * is written about it (`x-prisma-model`, `/// @api`, `mapping:` in `plumbline.yaml`) decides alone. Undefined where it is not sure.
   */
  mappingFor(schema: Schema, path?: string): ModelMatch | undefined;
  /** The same for what a property that stands for a relation holds, or for its items: there the relation tells the model, too. */
  mappingWithin(match: ModelMatch, property: Pick<SchemaProperty, 'name' | 'schema'>): ModelMatch | undefined;
  /** The model of `mappingFor`. */
  modelFor(schema: Schema, path?: string): PrismaModel | undefined;
  /** The model whose rows a path of the description names, and what its parameters pick them by. Undefined where it is not sure. */
  modelOfPath(path: string): PathMatch | undefined;
  /** What a parameter of a path picks rows by: one of the `keys` of `modelOfPath`. */
  keyOf(parameter: string, path: string): PathKey | undefined;
}

/** The scope that sees what the description or Prisma schema of a node was, too (`Base`): in text that is the same, the very same sections. */
export interface BaseScope extends Scope {
  readonly base: FormerScope;
}

/** What may be seen of a description or Prisma schema as it was. Nothing of it ever goes stale. */
export interface FormerScope extends Scope, Usages {
  /** What a person calls the base: `main`, `HEAD`. */
  readonly name: string;
  /** The operations of paths whose requests or responses held a component, directly or through others; at most so many. */
  reached(component: View, most: number): readonly ReachedOperation[];
  /** A place in the base that explains a finding. */
  placed(section: Section, span: Span, message: string): Related;
}

/** What is found out of a whole description when it is first needed. */
export interface Usages {
  /** Whether requests or responses contain this schema, directly or through others. */
  usage(schema: Schema): SchemaUsage;
}

/**
 * What a rule needs beyond what every scope answers; what it does not declare is not there for it.
 * `database`: it judges only descriptions that are compared with a Prisma schema, and sees that.
 * `usage`: some of what it gathers is a fact only once it is known how schemas travel.
 * `base`: it judges only what is compared with an earlier version, and sees that.
 */
export type Need = 'database' | 'usage' | 'base';

/** What a rule may need to see. */
export type SightNeed = Exclude<Need, 'usage'>;

/** What a rule with these needs may see beyond its node. */
export type ScopeWith<N extends Need> = Scope &
  ('database' extends N ? DatabaseScope : unknown) &
  ('base' extends N ? BaseScope : unknown);

/** What the engine has ready for facts that are to be completed. */
export type Prepared<N extends Need> = 'usage' extends N ? Usages : object;

/**
 * `broken`: the target, or what may hold it, is text that is not understood. `remote` is never fetched, `outside-workspace` never read, `unsupported` is a dialect of reference that is not followed
 * (`$id`, `$dynamicRef`); of those nothing is known, so rules stay silent.
 */
export type ReferenceOutcome =
  | 'found'
  | 'missing-file'
  | 'missing-pointer'
  | 'circular'
  /** Through more `$ref`s than are followed. */
  | 'too-long'
  | 'remote'
  | 'outside-workspace'
  | 'unread'
  | 'broken'
  /** There stands something else than is wanted. */
  | 'other-kind'
  | 'unsupported';

export interface SchemaUsage {
  readonly inRequest: boolean;
  readonly inResponse: boolean;
}

/** Judges one node. Pure: the same node and the same reads give the same findings. */
export interface LocalRule<
  K extends NodeKind = NodeKind,
  O extends RuleOptions = RuleOptions,
  N extends SightNeed = SightNeed,
> extends RuleInfo {
  readonly reach: 'local';
  readonly on: readonly K[];
  readonly options?: O;
  readonly needs?: readonly N[];
  check(node: NodeOf<K>, scope: ScopeWith<N>, options: OptionValues<O>): Iterable<Finding>;
}

/**
 * A fact that `compare` sees together with all facts of the same key in the same description or Prisma schema. Its place is its `span`, in
 * its `section` or else in the one it was gathered from; what lies deeper in it is compared as it is.
 */
export interface Keyed {
  readonly key: string;
  readonly span?: Span | undefined;
  readonly section?: Section | undefined;
}

/** A value and the section it was gathered from. */
export interface InSection<T> {
  readonly section: Section;
  readonly value: T;
}

/**
 * Judges nodes together: `gather` maps a node to keyed facts, `compare` looks at all facts of one key, in file order. Facts are plain
 * data (`IfPlain`), which spares comparing when an edit leaves them the same. Where only the `span` of facts moved, what was found
 * there moves along: of spans `compare` may ask for the order, and hands them on as they are or makes such as no fact has. It reads no
 * text and no tree of a section: what it needs of them is part of the fact. A rule that needs `usage` gathers drafts (`D`), few of them, and completes them to facts: what it needs is
 * found out, in steps, only where there are any.
 */
export interface GlobalRule<
  K extends NodeKind = NodeKind,
  D extends Keyed = Keyed,
  F extends Keyed = D,
  O extends RuleOptions = RuleOptions,
  N extends Need = Need,
> extends RuleInfo {
  readonly reach: 'global';
  readonly on: readonly K[];
  readonly options?: O;
  readonly needs?: readonly N[];
  gather(node: NodeOf<K>, scope: ScopeWith<N>, options: OptionValues<O>): Iterable<D>;
  /** Undefined where the draft comes to nothing. */
  complete?(draft: D, prepared: Prepared<N>): F | undefined;
  /** The finding's `section` defaults to that of the `InSection` it comes in. */
  compare(facts: readonly InSection<F>[], options: OptionValues<O>): Iterable<InSection<Finding>>;
}

/** A rule as the engine holds it, its node and fact types closed over. */
export type Rule = LocalRuleOfAny | GlobalRuleOfAny;

export interface LocalRuleOfAny extends RuleInfo {
  readonly reach: 'local';
  readonly on: readonly NodeKind[];
  readonly needs: readonly SightNeed[];
  check(node: ReviewNode, scope: Scope, options: OptionValues<RuleOptions>): Iterable<Finding>;
}

export interface GlobalRuleOfAny extends RuleInfo {
  readonly reach: 'global';
  readonly on: readonly NodeKind[];
  readonly needs: readonly Need[];
  gather(node: ReviewNode, scope: Scope, options: OptionValues<RuleOptions>): Iterable<Keyed>;
  complete?(draft: Keyed, prepared: Usages): Keyed | undefined;
  compare(facts: readonly InSection<Keyed>[], options: OptionValues<RuleOptions>): Iterable<InSection<Finding>>;
}

/** Declares a rule that looks at one node at a time; the engine calls it only with nodes of the kinds in `on`. */
export function localRule<
  const K extends NodeKind,
  const O extends RuleOptions = Record<never, never>,
  const N extends SightNeed = never,
>(rule: Omit<LocalRule<K, O, N>, 'reach'>): LocalRuleOfAny {
  // The engine dispatches by `on`, and hands each rule the values of its own options and a scope with what it needs.
  return { needs: [], ...rule, reach: 'local' } as unknown as LocalRuleOfAny;
}

/** Declares a rule that compares a node with what it was: a local rule that needs the base. */
export function changeRule<const K extends NodeKind, const O extends RuleOptions = Record<never, never>>(
  rule: Omit<LocalRule<K, O, 'base'>, 'reach' | 'needs'>,
): LocalRuleOfAny {
  return localRule<K, O, 'base'>({ ...rule, needs: ['base'] });
}

/** Declares a rule that compares a description and the database with what both were. */
export function jointRule<const K extends NodeKind>(
  rule: Omit<LocalRule<K, Record<never, never>, 'base' | 'database'>, 'reach' | 'needs'>,
): LocalRuleOfAny {
  return localRule<K, Record<never, never>, 'base' | 'database'>({ ...rule, needs: ['base', 'database'] });
}

/** Declares a rule that looks at the facts of many nodes together. */
export function globalRule<
  const K extends NodeKind,
  D extends Keyed,
  F extends Keyed = D,
  const O extends RuleOptions = Record<never, never>,
  const N extends Need = never,
>(rule: Omit<GlobalRule<K, D, F, O, N>, 'reach'> & IfPlain<F>): GlobalRuleOfAny {
  // Facts go back only to the rule that gathered them.
  return { needs: [], ...rule, reach: 'global' } as unknown as GlobalRuleOfAny;
}
