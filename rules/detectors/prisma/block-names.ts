import type { PrismaCompositeType, PrismaEnum, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, modelOf } from '#core/prisma/named-block.ts';
import type { Keyed, Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

/** A block of a Prisma schema by its name. */
export interface BlockName extends Keyed {
  readonly key: 'blocks';
  /** `other`: a view, a table Prisma does not keep, a composite type: their names are taken, and tell no style. */
  readonly kind: 'model' | 'enum' | 'other';
  readonly name: string;
  readonly writing: Writing;
  readonly span: Span;
  /** False where another name would change the database: a table of pairs that Prisma keeps is called after its two models. */
  readonly canBeRenamed: boolean;
  /** The fields of a model that are written in snake case, and how many are in camel case. */
  readonly snakeFields: readonly string[];
  readonly camelFields: number;
}

/** The name of a block as a fact. */
export function blockName(node: PrismaModel | PrismaEnum | PrismaCompositeType, scope: Scope): readonly BlockName[] {
  const { value: name, span } = node.name;
  const isModel = node.kind === 'prisma.model' && isTable(node);
  const kind = isModel ? 'model' : node.kind === 'prisma.enum' ? 'enum' : 'other';
  const canBeRenamed = node.section.dialect === 'prisma7' && !(isModel && isInImplicitJoin(node, scope));
  const fields = isModel ? node.fields.map((field) => field.name.value) : [];
  const snakeFields = fields.filter((field) => writingOf(field) === 'snake_case');
  const camelFields = fields.filter((field) => writingOf(field) === 'camelCase').length;
  return [{ key: 'blocks', kind, name, writing: writingOf(name), span, canBeRenamed, snakeFields, camelFields }];
}

/** True where the model and another one hold lists of each other: Prisma keeps the pairs in a table of its own. */
function isInImplicitJoin(model: PrismaModel, scope: Scope): boolean {
  return model.fields.some((list) => {
    const other = list.isList ? modelOf(list, scope) : undefined;
    return other?.fields.some((field) => field.isList && leadsTo(field, model, scope)) === true;
  });
}
