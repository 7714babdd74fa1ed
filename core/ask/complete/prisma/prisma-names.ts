import { attributeOf, listValue, stringValue } from '#core/prisma/attribute.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import type {
  PrismaCompositeType,
  PrismaDialect,
  PrismaEnum,
  PrismaField,
  PrismaModel,
  PrismaSetting,
} from '#core/prisma/model.ts';
import type { NamedBlock } from '#core/prisma/named-block.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';

/** What completing looks up: the schema as it was last read, and the block as it is typed. */
export class PrismaNames {
  readonly #schema: PrismaSchema;
  /** The block at the cursor, with what it holds now. */
  readonly block: PrismaModel | PrismaCompositeType | PrismaEnum | undefined;
  /** The namespace of Prisma 8 it stands in; empty for none. */
  readonly #namespace: string;

  constructor(schema: PrismaSchema, block: PrismaNames['block'], namespace: string) {
    this.#schema = schema;
    this.block = block;
    this.#namespace = namespace;
  }

  get provider(): Provider | undefined {
    return providerOf(this.#schema.all('prisma.datasource'));
  }

  /** What native types are called by: `db`, mostly. */
  get datasource(): string | undefined {
    return this.#schema.all('prisma.datasource')[0]?.name.value;
  }

  /** True where the model at the cursor has a key. */
  get hasId(): boolean {
    if (this.block?.kind !== 'prisma.model') return false;
    return [this.block, ...this.block.fields].some((node) => attributeOf(node, 'id') !== undefined);
  }

  get schemaNames(): readonly string[] {
    return textsOf(this.#schema.all('prisma.datasource'), 'schemas');
  }

  get previewFeatures(): readonly string[] {
    return textsOf(this.#schema.all('prisma.generator'), 'previewFeatures');
  }

  /** What the blocks of a kind are called at the cursor: those of other namespaces behind the name of theirs. */
  namesOf(kind: TypeKind): readonly string[] {
    const own = `${this.#namespace}.`;
    const names = this.#schema.names(kind).map((id) => (id.startsWith(own) ? id.slice(own.length) : id));
    return this.#namespace === '' ? names : [...new Set(names)];
  }

  /** True where a type names a block of this kind. */
  isOfKind(type: string, kind: TypeKind): boolean {
    return this.#schema.find(kind, type, this.#namespace) !== undefined;
  }

  model(name: string): PrismaModel | PrismaCompositeType | undefined {
    if (this.block !== undefined && this.block.kind !== 'prisma.enum' && this.block.name.value === name)
      return this.block;
    const find = <K extends 'prisma.model' | 'prisma.type'>(kind: K) => this.#schema.find(kind, name, this.#namespace);
    return find('prisma.model') ?? find('prisma.type');
  }

  enum(name: string): PrismaEnum | undefined {
    return this.#schema.find('prisma.enum', name, this.#namespace);
  }

  /** What a type stands for where it is a named type; else the type itself. */
  standsFor(type: string): string {
    return this.#schema.find('prisma.named-type', type, this.#namespace)?.type.value ?? type;
  }

  /** What a named type stands for, as it is written. */
  detailOf(namedType: string): string {
    const type = this.#schema.find('prisma.named-type', namedType, '');
    return type === undefined
      ? ''
      : `= ${type.section.text.slice(type.type.span.start, type.span.end).replace(/\s+/g, ' ')}`;
  }

  /** Whether a field leads to another model. */
  isRelation({ type }: PrismaField): boolean {
    return this.isOfKind(type.value, 'prisma.model');
  }
}

type TypeKind = NamedBlock['kind'];

/** A schema that is a text of its own: nobody has read it yet. */
export function schemaOfText(uri: string, text: string): PrismaSchema {
  return new PrismaSchema(uri, [cutPrisma({ uri, text })]);
}

/** The block that a text is. */
export function blockOfText(uri: string, text: string, dialect: PrismaDialect): PrismaNames['block'] {
  const whole = dialect === 'prisma8' ? `// use prisma-8\n${text}` : text;
  const nodes = cutPrisma({ uri, text: whole }).sections.flatMap((section) => section.nodes);
  for (const node of nodes) {
    if (node.kind === 'prisma.model' || node.kind === 'prisma.type' || node.kind === 'prisma.enum') return node;
  }
  return undefined;
}

/** The texts that the setting of a name lists. */
function textsOf(blocks: readonly { readonly settings: readonly PrismaSetting[] }[], name: string): readonly string[] {
  const values = blocks.flatMap(({ settings }) => settings.filter(({ key }) => key.value === name));
  return values.flatMap(({ value }) => listValue(value)).flatMap((item) => stringValue(item)?.value ?? []);
}
