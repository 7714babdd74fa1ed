import { listValue, stringValue } from '#core/prisma/attribute.ts';
import { defaultOf, isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaDatasource, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { schemaSettings } from '#rules/checklist.ts';
import { hasPreviewFeature, settingOf } from '#rules/detectors/prisma/generator-settings.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { insertSettingEdit } from '#rules/fixes/prisma/insert-setting.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { databaseExtensions } from '#rules/words/database-extensions.ts';

export const extensionDeclared = localRule({
  id: 'prisma/extension-declared',
  summary: 'Declare the extensions of PostgreSQL a schema needs.',
  why: 'A type or an operator of an extension exists only where that is installed. A new database, the shadow database of `migrate dev` and each preview environment lack it, and the first migration that names it fails.',
  item: schemaSettings,
  references: [prismaDocumentation('PostgreSQL extensions', 'prisma-schema/postgresql-extensions')],
  severity: 'info',
  recommended: true,
  options: {
    installed: {
      default: [],
      description: 'Extensions that are there without being declared: `citext`.',
    },
    everywhere: {
      default: false,
      description:
        'True to ask for it in schemas that declare no extension, too: those may create them in a migration.',
    },
  },
  examples: [
    {
      title: 'One of two extensions',
      bad: `generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["postgresqlExtensions"]
}

datasource db {
  provider   = "postgresql"
  extensions = [pg_trgm]
}

model User {
  id    Int    @id
  email String @unique «@db.Citext»
}
`,
      good: `generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["postgresqlExtensions"]
}

datasource db {
  provider   = "postgresql"
  extensions = [pg_trgm, citext]
}

model User {
  id    Int    @id
  email String @unique @db.Citext
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { installed, everywhere }) {
    if (!isTable(model) || model.section.dialect === 'prisma8') return;
    const uses = usesIn(model);
    if (uses.length === 0) return;
    const [datasource] = scope.roots('prisma.datasource');
    if (datasource === undefined || providerOf([datasource]) !== 'postgresql') return;
    if (!everywhere && !declaresExtensions(datasource, scope)) return;
    const declared = new Set([...declaredIn(datasource), ...installed].map(folded));
    for (const { name, span } of uses) {
      if (declared.has(folded(name)) || isSaidIn(datasource, name)) continue;
      const fix = declareFix(name, datasource, scope);
      yield {
        span,
        message: `This needs the extension ${name}, which the datasource does not declare.${fix === undefined ? remedyFor(name) : ''}`,
        ...(fix && { fixes: [fix] }),
        cause: {
          key: name,
          message: (count) => `${count} columns need the extension ${name}, which the datasource does not declare.`,
        },
      };
    }
  },
});

interface ExtensionUse {
  readonly name: string;
  readonly span: Span;
}

function usesIn(model: PrismaModel): readonly ExtensionUse[] {
  const ofFields = model.fields.flatMap((field): readonly ExtensionUse[] => {
    const native = nativeTypeOf(field);
    if (native === undefined && field.attributes.length === 0 && isScalarType(field.type.value)) return [];
    const unsupported = /^Unsupported\(\s*"([^"]*)"/.exec(field.type.value)?.[1] ?? '';
    const value = defaultOf(field);
    const call = value?.kind === 'call' && value.name === 'dbgenerated' ? stringValue(value.args[0]?.value) : undefined;
    if (native === undefined && unsupported === '' && call === undefined) return [];
    return databaseExtensions.flatMap(({ name, types, unsupported: begins, functions }): readonly ExtensionUse[] => {
      if (native !== undefined && types.test(native.name.toLowerCase())) return [{ name, span: native.attribute.span }];
      if (unsupported !== '' && begins.test(unsupported)) return [{ name, span: field.type.span }];
      return call !== undefined && functions.test(call.value) ? [{ name, span: call.span }] : [];
    });
  });
  const ofIndexes = indexesOf(model).flatMap(({ fields, attribute }) =>
    (fields.some(({ ops }) => ops !== undefined) ? databaseExtensions : [])
      .filter(({ ops }) => fields.some((field) => field.ops !== undefined && ops.test(field.ops)))
      .map(({ name }) => ({ name, span: attribute.span })),
  );
  return [...ofFields, ...ofIndexes];
}

/** `extensions = [citext, uuidOssp(map: "uuid-ossp")]` */
function declaredIn(datasource: PrismaDatasource): readonly string[] {
  return listValue(settingOf(datasource, 'extensions')?.value).flatMap(namesIn);
}

function namesIn(value: PrismaValue): readonly string[] {
  if (value.kind === 'path' || value.kind === 'string') return [value.value];
  if (value.kind !== 'call') return [];
  return [value.name, ...value.args.flatMap((argument) => stringValue(argument.value)?.value ?? [])];
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

function declaresExtensions(datasource: PrismaDatasource, scope: Scope): boolean {
  return settingOf(datasource, 'extensions') !== undefined || hasFeature(scope);
}

function hasFeature(scope: Scope): boolean {
  return scope.roots('prisma.generator').some((one) => hasPreviewFeature(one, 'postgresqlExtensions'));
}

/** Prisma's documentation, “PostgreSQL extensions”: since 6.16 a migration is the way, and the preview feature is deprecated. */
function remedyFor(name: string): string {
  return ` Let a migration create it (\`CREATE EXTENSION "${name}"\`), and say so in a comment at the datasource.`;
}

/** A comment at the datasource tells how it gets there. */
function isSaidIn({ section: { text } }: PrismaDatasource, name: string): boolean {
  const comments = text.match(/\/\/.*/g)?.join(' ') ?? '';
  return comments.toLowerCase().includes(name) || /\bextensions?\b/i.test(comments);
}

/** Undefined where the preview feature would have to be asked for first. */
function declareFix(name: string, datasource: PrismaDatasource, scope: Scope): Fix | undefined {
  if (!hasFeature(scope)) return undefined;
  const written = /^\w+$/.test(name) ? name : `uuidOssp(map: ${JSON.stringify(name)})`;
  const list = settingOf(datasource, 'extensions')?.value;
  const edit =
    list?.kind === 'list'
      ? {
          span: { start: list.span.end - 1, end: list.span.end - 1 },
          newText: `${list.items.length > 0 ? ', ' : ''}${written}`,
        }
      : insertSettingEdit(datasource, 'extensions', `[${written}]`);
  return edit && prismaFix(`Declare the extension ${name} in the datasource`, 'review', datasource.section, edit);
}
