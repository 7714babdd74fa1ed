import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectsWith, versionsWith } from '#core/openapi/spec/field-versions.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { objectTitle, quoted, versionTitle, withArticle } from '#rules/detectors/openapi/spec-words.ts';
import { fieldRemedies } from '#rules/words/field-remedies.ts';

/** Where a field belongs that stands in an object which has none of its name, as the end of a sentence; empty where that is nowhere. */
export function fieldHome(version: OpenApiVersion, object: ObjectName, field: string): string {
  const remedy = fieldRemedies(version, object).get(field);
  if (remedy !== undefined) return remedy;
  const below = isTelling(version, field) ? fieldsHolding(version, object, field) : [];
  if (below.length > 0 && below.length < 4) {
    const [{ holder, holds } = { holder: '', holds: object }] = below;
    const names = below.map((one) => one.holder);
    return `it belongs in ${withArticle(objectOf(version, holds)?.title ?? '')} below ${holder === '' ? 'it' : quoted(names, 'or')}`;
  }
  return otherVersion(version, object, field) ?? otherObjects(version, field) ?? '';
}

/** True for a field that few objects have: of `description` or `required` nobody knows where it belongs. */
function isTelling(version: OpenApiVersion, field: string): boolean {
  return objectsWith(version, field).length <= 3;
}

function otherVersion(version: OpenApiVersion, object: ObjectName, field: string): string | undefined {
  const known = versionsWith(object, field);
  const [first] = known;
  const last = known.at(-1);
  if (first !== undefined && first > version) return `it came with ${versionTitle(first)}, and this is ${version}`;
  return last !== undefined && last < version
    ? `it went with ${versionTitle(last)}, and this is ${version}`
    : undefined;
}

function otherObjects(version: OpenApiVersion, field: string): string | undefined {
  const titles = [...new Set(objectsWith(version, field).map((object) => objectTitle(version, object)))];
  return titles.length > 0 && titles.length < 3 ? `it is one of ${titles.join(' and ')}` : undefined;
}

interface Holder {
  readonly holder: string;
  readonly holds: ObjectName;
}

/** The fields of an object whose values, or entries of them, have such a field. */
export function fieldsHolding(version: OpenApiVersion, object: ObjectName, field: string): readonly Holder[] {
  const spec = objectOf(version, object);
  const fields = Object.entries(spec?.fields ?? {});
  return fields.flatMap(([holder, { value }]) => {
    const holds = holderIn(version, value, field);
    return holds === undefined || holds === object ? [] : [{ holder, holds }];
  });
}

function holderIn(version: OpenApiVersion, shape: ValueShape, field: string): ObjectName | undefined {
  switch (shape.kind) {
    case 'object':
      return Object.hasOwn(objectOf(version, shape.of)?.fields ?? {}, field) ? shape.of : undefined;
    case 'map':
    case 'list':
      return holderIn(version, shape.of, field);
    case 'either':
      return shape.of.flatMap((one) => holderIn(version, one, field) ?? [])[0];
    default:
      return undefined;
  }
}
