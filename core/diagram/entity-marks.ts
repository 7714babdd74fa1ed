import type { DataModel } from '#core/diagram/data-model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaCompositeType, PrismaModel, PrismaNode } from '#core/prisma/model.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Severity } from '#core/rule.ts';
import type { SectionId } from '#core/text/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What findings say of an entity. */
export interface EntityMarks {
  readonly worst: Severity;
  readonly count: number;
  /** The first of the worst ones. */
  readonly messages: readonly string[];
  /** The worst by field; what is found at a relation field counts at the first column of its foreign key. */
  readonly fields: ReadonlyMap<string, Severity>;
}

/** More are counted only. */
const mostMessages = 3;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The findings of a schema's files by entity. Those that tell of several places count at each. In steps. */
export function* entityMarks(
  schema: PrismaSchema,
  { entities, relations }: DataModel,
  findingsIn: (uri: string) => readonly ReviewFinding[],
): Steps<ReadonlyMap<string, EntityMarks>> {
  const entityOf = new Map(entities.map(({ id, name, section }) => [placeKey(section, name), id] as const).reverse());
  const columns = new Map(relations.map(({ id, columns: [first] }) => [id, first]));
  const found = new Map<string, FoundThere[]>();
  const pace = new Pace();
  for (const { uri, sections, starts } of schema.documents) {
    const all = findingsIn(uri).flatMap((finding) => (finding.members.length === 0 ? [finding] : finding.members));
    const inOrder = all.filter((finding) => finding.uri === uri).sort((a, b) => a.span.start - b.span.start);
    let index = 0;
    for (const { severity, message, span } of inOrder) {
      if (pace.isDue(cost.looked)) yield;
      while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= span.start) index++;
      const section = sections[index];
      const offset = span.start - (starts[index] ?? 0);
      const block = section && blockAt(section.nodes, offset);
      const entity = block && entityOf.get(placeKey(section.id, blockId(block)));
      if (block === undefined || entity === undefined) continue;
      const own = fieldAt(block, offset);
      const field = columns.get(`${entity}.${own}`) ?? own;
      const known = found.get(entity);
      if (known === undefined) found.set(entity, [{ severity, message, field }]);
      else known.push({ severity, message, field });
    }
  }
  return new Map([...found].map(([entity, all]) => [entity, marksOf(all)]));
}

interface FoundThere {
  readonly severity: Severity;
  readonly message: string;
  /** Undefined for what is about the whole. */
  readonly field: string | undefined;
}

function placeKey(section: SectionId, name: string): string {
  return `${section} ${name}`;
}

type Block = PrismaModel | PrismaCompositeType;

/** A namespace has several; what stands before the only one, such as its comments, is about that. */
function blockAt(nodes: readonly PrismaNode[], offset: number): Block | undefined {
  const blocks = nodes.filter((node) => node.kind === 'prisma.model' || node.kind === 'prisma.type');
  if (blocks.length === 1) return blocks[0];
  return blocks.find(({ span }) => span.start <= offset && offset < span.end);
}

function fieldAt({ fields }: Block, offset: number): string | undefined {
  return fields.find(({ span }) => span.start <= offset && offset < span.end)?.name.value;
}

function marksOf(found: readonly FoundThere[]): EntityMarks {
  const rank = ({ severity }: FoundThere) => severities.indexOf(severity);
  const inOrder = [...found].sort((a, b) => rank(a) - rank(b));
  const fields = new Map<string, Severity>();
  for (const { field, severity } of inOrder) if (field !== undefined && !fields.has(field)) fields.set(field, severity);
  return {
    worst: inOrder[0]?.severity ?? 'info',
    count: found.length,
    messages: inOrder.slice(0, mostMessages).map(({ message }) => message),
    fields,
  };
}
