import type { ConfigMistakes } from '#core/config/config-mistakes.ts';
import { mappingKeys } from '#core/config/config-names.ts';
import { noMapping, type SchemaMapping } from '#core/config/schema-mapping.ts';
import { entriesOf, findValue, isEmptyValue, type TreeNode } from '#core/tree/tree.ts';

type Names = ReadonlyMap<string, string | false>;

/** What `mapping:` says, and the mistakes in it. */
export function readMapping(node: TreeNode | undefined, mistakes: ConfigMistakes): SchemaMapping {
  mustBeMap(node, '“mapping” must be a map with “models” and “fields”.', mistakes);
  const [models, fields] = mappingKeys.map((key) => findValue(node, key));
  mustBeMap(models, '“models” must be a map from the names of schemas to those of models.', mistakes);
  mustBeMap(fields, '“fields” must be a map from the names of schemas to maps of their properties.', mistakes);
  const ofSchemas = entriesOf(fields).map(({ key, value }): [string, Names] => {
    mustBeMap(value, `“${key.value}” must be a map from the names of properties to those of fields.`, mistakes);
    return [key.value, namesIn(value, 'field', mistakes)];
  });
  const named = namesIn(models, 'model', mistakes);
  return named.size + ofSchemas.length === 0 ? noMapping : { models: named, fields: new Map(ofSchemas) };
}

/** Names by names; `false` for none. */
function namesIn(node: TreeNode | undefined, what: 'model' | 'field', mistakes: ConfigMistakes): Names {
  const names = entriesOf(node).flatMap(({ key, value }): [string, string | false][] => {
    const name = value?.kind === 'scalar' ? value.value : undefined;
    if (name === false || (typeof name === 'string' && name !== '')) return [[key.value, name]];
    mistakes.report(
      value?.span ?? key.span,
      `“${key.value}” needs the name of a ${what}, or “false” where the database has none.`,
    );
    return [];
  });
  return new Map(names);
}

function mustBeMap(node: TreeNode | undefined, message: string, mistakes: ConfigMistakes): void {
  if (node !== undefined && node.kind !== 'map' && !isEmptyValue(node)) mistakes.report(node.span, message);
}
