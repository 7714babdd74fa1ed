import type { DescriptionContext, Parameter } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Collector, Fix, InSection, Survey } from '#core/rule.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { addComponent, componentPointer, referenceTo } from '#rules/fixes/openapi/component.ts';
import { portableValue, valueIn } from '#rules/fixes/openapi/portable-value.ts';

/** Where a parameter is written, in which description. */
export interface WrittenParameterPlace {
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly context: DescriptionContext;
}

/** Refers to a component that says the same. */
export function referToParameter({ uri, pointer, context }: WrittenParameterPlace, name: string, title: string): Fix {
  const value = referenceTo('parameters', name, uri, context);
  return {
    title: `Refer to the component “${name}” in ${title}`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer, value }],
  };
}

/** Makes a component of a parameter, called as the others are, and refers to it; of parameters that are alike all make the same one. */
export function shareParameter({ uri, pointer, context }: WrittenParameterPlace, name: string, title: string): Fix {
  const make = (survey: Survey) => {
    const value = valueAt({ uri, pointer }, survey);
    const component = componentName(name, survey);
    const reference = referenceTo('parameters', component, uri, context);
    const refer = { kind: 'set', uri, pointer, value: reference } as const;
    // What is not found is left as it is.
    if (value === undefined) return [{ ...refer, ifAbsent: true }] as const;
    return [refer, addComponent('parameters', component, valueIn(value, context.rootUri), context)] as const;
  };
  return {
    title: `Make a component of “${name}” and refer to it in ${title}`,
    safety: 'review',
    changes: { rootUri: context.rootUri, make },
  };
}

function componentName(name: string, survey: Survey): string {
  const facts: readonly InSection<string>[] = survey.gathered(componentNames);
  const names = facts.map(({ value }) => value);
  const wanted = inCasing(name, casingOfNames(names) ?? 'pascal');
  let free = wanted;
  for (let count = 2; names.includes(free); count++) free = `${wanted}${count}`;
  return free;
}

const componentNames: Collector<string> = {
  on: ['openapi.parameter'],
  isClosed: ({ kind }) => kind === 'openapi.parameter' || kind === 'openapi.schema' || kind === 'openapi.operation',
  *gather(node) {
    const name = node.kind === 'openapi.parameter' ? parameterComponent(node) : undefined;
    if (name !== undefined) yield name;
  },
};

/** The name of a parameter that is a component of its root file; undefined for any other. */
export function parameterComponent({ section, location, context }: Parameter): string | undefined {
  const pointer = section.uri === context.rootUri ? pointerOf(location) : [];
  const name = pointer.at(-1) ?? '';
  const own = componentPointer('parameters', name, context);
  return pointer.length === own.length && own.every((step, at) => step === pointer[at]) ? name : undefined;
}

function valueAt(
  { uri, pointer }: Pick<WrittenParameterPlace, 'uri' | 'pointer'>,
  survey: Survey,
): PlainValue | undefined {
  const facts: readonly InSection<ParameterAt>[] = survey.gathered(parameterValues);
  const place = formatPointer(pointer);
  return facts.find(({ section, value }) => section.uri === uri && value.place === place)?.value.value;
}

interface ParameterAt {
  /** As a pointer. */
  readonly place: string;
  /** Portable. */
  readonly value: PlainValue;
}

const parameterValues: Collector<ParameterAt> = {
  on: ['openapi.parameter'],
  isClosed: ({ kind }) => kind === 'openapi.parameter' || kind === 'openapi.schema',
  *gather(node) {
    if (node.kind !== 'openapi.parameter') return;
    yield { place: formatPointer(pointerOf(node.location)), value: portableValue(node) };
  },
};
