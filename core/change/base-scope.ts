import { type Base, formerUri } from '#core/change/base.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { besideSchema, descriptionScope, plainScope } from '#core/project/scopes.ts';
import type { BaseScope, FormerScope, Scope } from '#core/rule.ts';
import type { Section, SourceDocument } from '#core/text/section.ts';
import { unnoted } from '#core/work/note-read.ts';
import { finish } from '#core/work/steps.ts';

/**
 * A scope that sees what its description was, too; undefined where that is new. Of the schema it is compared with, given by the uris of
 * its files, it sees what that was.
 */
export function baseScopeOfDescription(
  scope: Scope,
  rootUri: string,
  base: Base,
  schemaUris: readonly string[] = [],
): BaseScope | undefined {
  const former = formerUri(rootUri, base);
  const description = allDescriptions(base.workspace).find(({ context }) => context.rootUri === former);
  if (description === undefined || description.isInConflict) return undefined;
  const plain = descriptionScope(description, base.workspace.unread, {
    isConfiguredAlike: () => true,
    isUsedElsewhere: () => false,
  });
  const usage: FormerScope['usage'] = (schema) => {
    if (!description.isUsageKnown) finish(description.prepareUsage());
    return description.usage(schema);
  };
  const reached: FormerScope['reached'] = (component, most) => description.reached(component, most);
  const schema = formerSchema(schemaUris, base);
  const seen = schema === undefined ? plain : besideSchema(plain, schema);
  return { ...scope, base: formerScope(seen, { usage, reached }, base) };
}

/** The same of a schema, by the uris of its files: any of them tells which it was. */
export function baseScopeOfSchema(scope: Scope, uris: readonly string[], base: Base): BaseScope | undefined {
  const schema = formerSchema(uris, base);
  return schema && { ...scope, base: formerScope(plainScope(schema), unused, base) };
}

function formerSchema(uris: readonly string[], base: Base): PrismaSchema | undefined {
  const former = uris.map((uri) => formerUri(uri, base));
  const schema = base.workspace.schemas.find((each) => former.some((uri) => each.has(uri)));
  return schema?.isInConflict === true ? undefined : schema;
}

/** Rows travel nowhere. */
const unused: Uses = { usage: () => ({ inRequest: false, inResponse: false }), reached: () => [] };

type Uses = Pick<FormerScope, 'usage' | 'reached'>;

function formerScope(scope: Scope, { usage, reached }: Uses, { name, workspace }: Base): FormerScope {
  return {
    ...unnotedScope(scope),
    name,
    usage: (schema) => unnoted(() => usage(schema)),
    reached: (component, most) => unnoted(() => reached(component, most)),
    placed: (section, span, message) => {
      const start = startOf(workspace.documents.get(section.uri), section);
      return { section, span, message, former: { name, start } };
    },
  };
}

/** A scope of which no read is noted: the base is the same as long as its id is. */
function unnotedScope(scope: Scope): Scope {
  const asked: readonly [string, (...args: unknown[]) => unknown][] = Object.entries(scope);
  const quiet = asked.map(([name, ask]) => [name, (...args: unknown[]) => unnoted(() => ask(...args))]);
  // Each member asks the one of the same name.
  return Object.fromEntries(quiet) as unknown as Scope;
}

function startOf(document: SourceDocument | undefined, section: Section): number {
  const sections: readonly Section[] = document?.sections ?? [];
  return document?.starts[sections.indexOf(section)] ?? 0;
}
