import { attributeText } from '#core/prisma/attribute.ts';
import type { PrismaArgument, PrismaAttribute, PrismaField, PrismaNamedType, PrismaValue } from '#core/prisma/model.ts';
import type { Located, Span } from '#core/text/span.ts';

/**
 * A field as what its named type stands for: of that it has the type, and the attributes it does not have itself. These stand at the
 * name of the type, where they come from; the very same field for the same two.
 */
export function standsFor(field: PrismaField, type: PrismaNamedType): PrismaField {
  const known = fieldsOf.get(field);
  if (known?.type === type) return known.field;
  const { span, value } = field.type;
  const own = new Set(field.attributes.map(keyOf));
  const attributes = type.attributes.filter((each) => isHandedOn(each) && !own.has(keyOf(each)));
  const made: PrismaField = {
    ...field,
    type: { value: type.type.value, span },
    named: { name: value, attributes: attributes.map((each) => attributeAt(each, span, attributeText(type, each))) },
  };
  fieldsOf.set(field, { type, field: made });
  return made;
}

const fieldsOf = new WeakMap<PrismaField, { readonly type: PrismaNamedType; readonly field: PrismaField }>();

/** The type of a field, or of a named type, as it is written there. */
export function writtenType(field: Pick<PrismaField, 'type' | 'named'>): string {
  return field.named?.name ?? field.type.value;
}

/** Prisma 8 lets a named type say how it is stored, and what is filled in; nothing else. */
function isHandedOn({ name }: PrismaAttribute): boolean {
  return name.value.includes('.') || ['default', 'onCreate', 'onUpdate'].includes(name.value);
}

/** A field has one native type, whatever that is called. */
function keyOf({ name }: PrismaAttribute): string {
  return name.value.includes('.') ? '.' : name.value;
}

function attributeAt({ name, args }: PrismaAttribute, span: Span, written: string): PrismaAttribute {
  return { name: { ...name, span }, span, args: args.map((each) => argumentAt(each, span)), written };
}

function argumentAt({ name, value }: PrismaArgument, span: Span): PrismaArgument {
  return { name: name && locatedAt(name, span), value: valueAt(value, span), span };
}

function valueAt(value: PrismaValue, span: Span): PrismaValue {
  switch (value.kind) {
    case 'call':
      return { ...value, span, args: value.args.map((each) => argumentAt(each, span)) };
    case 'list':
      return { ...value, span, items: value.items.map((each) => valueAt(each, span)) };
    case 'object': {
      const entries = value.entries.map((each) => ({
        key: locatedAt(each.key, span),
        value: valueAt(each.value, span),
      }));
      return { ...value, span, entries };
    }
    default:
      return { ...value, span };
  }
}

function locatedAt(name: Located<string>, span: Span): Located<string> {
  return { ...name, span };
}
