import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { MissingComponent } from '#rules/fixes/openapi/missing-component.ts';
import { queryName } from '#rules/fixes/openapi/query-name.ts';

/** A reference that may lead to what is yet to be written. */
export interface Uncreated {
  readonly component: MissingComponent | undefined;
  readonly isCertain: boolean;
}

/** The fixes that create what references lead to: of all that lead to one component the very same. */
export class Creations {
  readonly #fixes = new Map<string, Fix>();

  /** What is not there may be yet to be written; what stands in the root file is there. */
  of({ component, isCertain }: Uncreated): Fix | undefined {
    if (component === undefined || isCertain) return undefined;
    const key = `${component.uri}#${formatPointer(component.pointer)}`;
    const fix = this.#fixes.get(key) ?? creation(component);
    this.#fixes.set(key, fix);
    return fix;
  }
}

function creation({ title, uri, pointer, value, queryRoot }: MissingComponent): Fix {
  const changes = (written: PlainValue): readonly [TreeChange] => [
    { kind: 'set', uri, pointer, value: written, ifAbsent: true },
  ];
  const base = { title: `Create ${title}`, safety: 'review' } as const;
  if (queryRoot === undefined || !isMap(value)) return { ...base, changes: changes(value) };
  const { name = '' } = value;
  const make = (survey: Parameters<typeof queryName>[1]) =>
    changes({ ...value, name: queryName(String(name), survey) });
  return { ...base, changes: { rootUri: queryRoot, make } };
}
