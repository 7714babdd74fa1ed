import type { Cursor } from '#core/prisma/cursor.ts';
import type {
  PrismaAttribute,
  PrismaCompositeType,
  PrismaField,
  PrismaModel,
  PrismaSection,
} from '#core/prisma/model.ts';
import { isBlockAttribute, parseAttribute } from '#core/prisma/parse-attribute.ts';
import { parseField } from '#core/prisma/parse-field.ts';
import { parseMembers } from '#core/prisma/parse-members.ts';
import type { Located, Span } from '#core/text/span.ts';

/** What the views of all blocks begin with. */
export interface BlockView {
  readonly section: PrismaSection;
  readonly span: Span;
  readonly anchor: Span;
  readonly documentation: string;
  readonly name: Located<string>;
  readonly body: Span;
}

/** Reads a `model` or `view` and its fields. */
export function parseModel(cursor: Cursor, view: BlockView, isView: boolean): readonly [PrismaModel, ...PrismaField[]] {
  const { fields, attributes } = parseFields(cursor, view);
  return [{ kind: 'prisma.model', ...view, isView, fields, attributes }, ...fields];
}

/** Reads a composite `type` and its fields. */
export function parseCompositeType(cursor: Cursor, view: BlockView): readonly [PrismaCompositeType, ...PrismaField[]] {
  const { fields } = parseFields(cursor, view);
  return [{ kind: 'prisma.type', ...view, fields }, ...fields];
}

function parseFields(cursor: Cursor, { section, name, body }: BlockView) {
  const fields: PrismaField[] = [];
  const attributes: PrismaAttribute[] = [];
  parseMembers(cursor, body, () => {
    if (!isBlockAttribute(cursor)) {
      const field = parseField(cursor, section, name);
      if (field !== undefined) fields.push(field);
      return field;
    }
    const attribute = parseAttribute(cursor, 2);
    if (attribute !== undefined) attributes.push(attribute);
    return undefined;
  });
  return { fields, attributes };
}
