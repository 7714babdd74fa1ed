import { contextKey } from '#core/openapi/description/description-context.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import { readRootSection, readTarget, walkNode } from '#core/openapi/description/walk.ts';
import type { DescriptionContext, OpenApiNode, Operation, PathItem } from '#core/openapi/model.ts';
import type { EmitNode, NamedThing } from '#core/openapi/read/read-part.ts';
import { namingOf } from '#core/openapi/read/read-reference.ts';
import type { Location, Reference } from '#core/openapi/view.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** What the index of a description needs to know of a section; small, so that it can be kept between edits. */
export interface SectionExtract {
  readonly section: TreeSection;
  readonly references: readonly Reference[];
  /** Those of `references` that lead to another file. */
  readonly outgoing: readonly Reference[];
  readonly definitions: readonly NamedThing[];
  /** The document, info, tags, webhooks, and the document's servers and security requirements. */
  readonly roots: readonly OpenApiNode[];
  /** Where operations and path items stand: what is below them belongs to requests or to responses. */
  readonly exchanges: readonly Exchange[];
  /** True when references and exchanges are known: asking for them walks the section once. */
  readonly isWalked: boolean;
}

export interface Exchange {
  readonly location: Location;
  readonly kind: (Operation | PathItem)['kind'];
  readonly origin: PathItem['origin'];
}

/** Reads the extract of a section; the same section, role and context give the very same object. */
export function extractSection(section: TreeSection, role: SectionRole, context: DescriptionContext): SectionExtract {
  const last = lastExtracts.get(section);
  if (last?.role === role && last.context === context) return last.extract;
  const extract = findExtract(section, role, context);
  lastExtracts.set(section, { role, context, extract });
  return extract;
}

/** The role and the context are mostly the very same objects as the time before. */
const lastExtracts = new WeakMap<
  TreeSection,
  { readonly role: SectionRole; readonly context: DescriptionContext; readonly extract: SectionExtract }
>();

function findExtract(section: TreeSection, role: SectionRole, context: DescriptionContext): SectionExtract {
  const known = extractsOf.get(section) ?? new Map<string, SectionExtract>();
  const key = `${role.key}\n${contextKey(context)}`;
  const extract = known.get(key) ?? readExtract(section, role, context);
  if (known.size >= keptPerSection) known.clear();
  extractsOf.set(section, known.set(key, extract));
  return extract;
}

const extractsOf = new WeakMap<TreeSection, Map<string, SectionExtract>>();

/** A section is read in few ways; old ones are dropped so that renaming a path again and again piles nothing up. */
const keptPerSection = 16;

function readExtract(section: TreeSection, role: SectionRole, context: DescriptionContext): SectionExtract {
  const definitions: NamedThing[] = [];
  const roots: OpenApiNode[] = [];
  emitOutermost(section, role, context, (node, definition) => {
    if (definition) definitions.push(definition);
    if (isRoot(node)) roots.push(node);
  });
  return new LazyExtract(section, role, context, definitions, roots);
}

/** An extract whose references and exchanges are looked for when they are asked for: often nobody does. */
class LazyExtract implements SectionExtract {
  readonly section: TreeSection;
  readonly definitions: readonly NamedThing[];
  readonly roots: readonly OpenApiNode[];
  readonly #role: SectionRole;
  readonly #context: DescriptionContext;
  #walkRead: Walk | undefined;

  constructor(
    section: TreeSection,
    role: SectionRole,
    context: DescriptionContext,
    definitions: readonly NamedThing[],
    roots: readonly OpenApiNode[],
  ) {
    this.section = section;
    this.definitions = definitions;
    this.roots = roots;
    this.#role = role;
    this.#context = context;
  }

  get isWalked(): boolean {
    return this.#walkRead !== undefined;
  }

  get references(): readonly Reference[] {
    return this.#walk.references;
  }

  get outgoing(): readonly Reference[] {
    return this.isWalked || mayLeadOut(this.section) ? this.#walk.outgoing : [];
  }

  get exchanges(): readonly Exchange[] {
    return this.#walk.exchanges;
  }

  get #walk(): Walk {
    this.#walkRead ??= walkOutermost(this.section, this.#role, this.#context);
    return this.#walkRead;
  }
}

type Walk = Pick<SectionExtract, 'references' | 'outgoing' | 'exchanges'>;

function walkOutermost(section: TreeSection, role: SectionRole, context: DescriptionContext): Walk {
  const references: Reference[] = [];
  const exchanges: Exchange[] = [];
  const visit = (node: OpenApiNode): void => {
    if (node.kind === 'openapi.reference') references.push(node);
    else if (node.kind === 'openapi.operation' || node.kind === 'openapi.path-item') exchanges.push(exchangeOf(node));
  };
  emitOutermost(section, role, context, (node) => walkNode(node, visit));
  return { references, outgoing: references.filter(({ target }) => !target.startsWith('#')), exchanges };
}

function emitOutermost(section: TreeSection, role: SectionRole, context: DescriptionContext, emit: EmitNode): void {
  if (role.kind === 'root') readRootSection(section, context, emit);
  else for (const target of role.targets) readTarget(section, target, context, emit);
}

/**
 * False where a sound text alone tells that no `$ref` or `$dynamicRef` leads to another file: each is written out and begins with `#` in
 * quotes. It may also be written in escapes, or be the alias of one.
 */
export function mayLeadOut({ text, problems }: TreeSection): boolean {
  if (problems.length > 0) return true;
  if (leadsElsewhere.test(text) || (text.includes('\\') && escapedReference.test(text))) return true;
  return text.includes('&') && anchoredKey.test(text);
}

const leadsElsewhere = /\$(?:ref|dynamicRef)(?!['"]?\s*:\s*['"]#)/;
/** A letter of the two, or `$` (YAML 1.2.2 §5.7, RFC 8259 §7), or a line break within a word. */
const escapedReference = /\\(?:(?:u00|x|U000000)(?:24|52|6[13-69dDeE]|72|79)|\r?\n)/;
/** Of a name with `&` in it only the last part is looked at, so that a long query string does not take long. */
const anchoredKey = /&[^\s&]*[ \t]+(?:!\S*[ \t]+)?['"]?\$(?:ref|dynamicRef)/;

function exchangeOf({ location, kind, origin }: Operation | PathItem): Exchange {
  return { location, kind, origin };
}

function isRoot(node: OpenApiNode): boolean {
  switch (node.kind) {
    case 'openapi.document':
    case 'openapi.info':
    case 'openapi.tag':
      return true;
    case 'openapi.server':
    case 'openapi.security-requirement':
      return node.level === 'document';
    case 'openapi.path-item':
      return node.origin === 'webhook';
    case 'openapi.reference':
      return node.to === 'openapi.path-item' && namingOf(node).origin === 'webhook';
    default:
      return false;
  }
}
