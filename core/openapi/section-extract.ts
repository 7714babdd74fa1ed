import { contextKey } from '#core/openapi/description-context.ts';
import type { DescriptionContext, OpenApiNode, Operation, PathItem } from '#core/openapi/model.ts';
import type { Definition } from '#core/openapi/read-part.ts';
import type { SectionRole } from '#core/openapi/section-role.ts';
import type { Location, Reference } from '#core/openapi/view.ts';
import { readRootSection, readTarget, walkNode } from '#core/openapi/walk.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** What the index of a description needs to know of a section; small, so that it can be kept between edits. */
export interface SectionExtract {
  readonly section: TreeSection;
  readonly references: readonly Reference[];
  /** Those of `references` that lead to another file. */
  readonly outgoing: readonly Reference[];
  readonly definitions: readonly Definition[];
  /** The document, info, tags, and the document's servers and security requirements. */
  readonly roots: readonly OpenApiNode[];
  /** Where operations and path items stand: what is below them belongs to requests or to responses. */
  readonly exchanges: readonly Exchange[];
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
  const references: Reference[] = [];
  const definitions: Definition[] = [];
  const roots: OpenApiNode[] = [];
  const exchanges: Exchange[] = [];
  const visit = (node: OpenApiNode): void => {
    if (node.kind === 'openapi.reference') references.push(node);
    else if (node.kind === 'openapi.operation' || node.kind === 'openapi.path-item') exchanges.push(exchangeOf(node));
    else if (isRoot(node)) roots.push(node);
  };
  const emit = (node: OpenApiNode, definition: Definition | undefined): void => {
    if (definition) definitions.push(definition);
    walkNode(node, visit);
  };
  if (role.kind === 'root') readRootSection(section, context, emit);
  else for (const target of role.targets) readTarget(section, target, context, emit);
  const outgoing = references.filter(({ target }) => !target.startsWith('#'));
  return { section, references, outgoing, definitions, roots, exchanges };
}

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
    default:
      return false;
  }
}
