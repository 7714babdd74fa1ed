import type { SectionExtract } from '#core/openapi/description/section-extract.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { NamedThing } from '#core/openapi/read/read-part.ts';

/** Which extract of a list defines something, and which of its definitions it is. */
export interface DefinitionPlace {
  readonly extract: number;
  readonly definition: number;
}

/** Where things are defined, by kind and name; it holds for every list of extracts that define the same at the same places. */
export type DefinitionIndex = ReadonlyMap<string, ReadonlyMap<string, DefinitionPlace>>;

/** Of paths that erase to the same template the first counts; of components with one name the last, as in any map. */
export function indexDefinitions(extracts: readonly SectionExtract[]): DefinitionIndex {
  const byKind = new Map<string, Map<string, DefinitionPlace>>();
  for (const [extract, { definitions }] of extracts.entries()) {
    for (const [place, definition] of definitions.entries()) {
      const byName = byKind.get(definition.kind) ?? new Map<string, DefinitionPlace>();
      byKind.set(definition.kind, byName);
      const name = definedName(definition);
      const isTaken = definition.kind === 'openapi.path-item' && byName.has(name);
      if (!isTaken) byName.set(name, { extract, definition: place });
    }
  }
  return byKind;
}

/** The name something is found by: for a path, its template with the names of parameters erased. */
export function definedName({ kind, name }: NamedThing): string {
  return kind === 'openapi.path-item' ? erasedTemplate(name) : name;
}

/** True when two extracts define things of the same kinds and names in the same order. */
export function sameDefinitions({ definitions: a }: SectionExtract, { definitions: b }: SectionExtract): boolean {
  return a.length === b.length && a.every(({ kind, name }, place) => b[place]?.kind === kind && b[place].name === name);
}
