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
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';

/** What completing looks up: the schema as it was last read, and the block as it is typed. */
export class PrismaNames {
  readonly #schema: PrismaSchema;
  /** The block at the cursor, with what it holds now. */
  readonly block: PrismaModel | PrismaCompositeType | PrismaEnum | undefined;

  constructor(schema: PrismaSchema, block: PrismaNames['block']) {
    this.#schema = schema;
    this.block = block;
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

  namesOf(kind: 'prisma.model' | 'prisma.enum' | 'prisma.type'): readonly string[] {
    return this.#schema.names(kind);
  }

  model(name: string): PrismaModel | PrismaCompositeType | undefined {
    if (this.block !== undefined && this.block.kind !== 'prisma.enum' && this.block.name.value === name)
      return this.block;
    return this.#schema.find('prisma.model', name) ?? this.#schema.find('prisma.type', name);
  }

  enum(name: string): PrismaEnum | undefined {
    return this.#schema.find('prisma.enum', name);
  }

  /** Whether a field leads to another model. */
  isRelation({ type }: PrismaField): boolean {
    return this.#schema.find('prisma.model', type.value) !== undefined;
  }
}

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
