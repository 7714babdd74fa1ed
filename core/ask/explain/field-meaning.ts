import { nodeAt } from '#core/ask/node-at.ts';
import { rootOf } from '#core/ask/root-of.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { sinceOf, untilOf } from '#core/openapi/spec/field-versions.ts';
import { formatMeanings, mediaTypeMeanings, type NameMeaning } from '#core/openapi/spec/format-meanings.ts';
import { fieldOf, objectOf, sectionUrl } from '#core/openapi/spec/objects-of.ts';
import { shapeText } from '#core/openapi/spec/shape-text.ts';
import { type ShapeAt, shapesAt } from '#core/openapi/spec/shapes-at.ts';
import { rfcUrl, statusClasses, statusCodes } from '#core/openapi/spec/status-codes.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Span } from '#core/text/span.ts';

/** What a word of a description means. */
export interface FieldMeaning {
  readonly name: string;
  /** A few words: its type, whether it must be there; empty where there is nothing to say. */
  readonly detail: string;
  readonly about: string;
  /** Where that is said. */
  readonly source: string;
  readonly url: string;
  /** `since 3.1`, `until 3.0`; empty where all versions have it. */
  readonly versions: string;
  /** Counted from the start of the file. */
  readonly span: Span;
}

/** What the key, the status code, the media type or the format at an offset means; undefined where the specification says nothing of it. */
export function fieldMeaning(workspace: Workspace, uri: string, offset: number): FieldMeaning | undefined {
  const node = nodeAt(workspace, uri, offset);
  const root = node && rootOf(workspace, uri, '');
  const place = node && root?.placeOf(node.pointer);
  if (node === undefined || root === undefined || place === undefined) return undefined;
  const { version } = root;
  const { shape, steps } = place;
  if (node.part === 'key') {
    const name = steps.at(-1);
    if (name === undefined) return undefined;
    return shapesAt(version, shape, steps.slice(0, -1)).flatMap(
      (at) => keyMeaning(at, name, version, node.span) ?? [],
    )[0];
  }
  const value = node.tree?.kind === 'scalar' && typeof node.tree.value === 'string' ? node.tree.value : undefined;
  if (value === undefined) return undefined;
  return shapesAt(version, shape, steps).flatMap((at) => valueMeaning(at, value, node.span) ?? [])[0];
}

function keyMeaning({ shape }: ShapeAt, name: string, version: OpenApiVersion, span: Span): FieldMeaning | undefined {
  if (shape.kind === 'map') return shape.keys === 'media-type' ? named(mediaTypeMeanings, name, span) : undefined;
  const spec = shape.kind === 'object' ? objectOf(version, shape.of) : undefined;
  if (shape.kind !== 'object' || spec === undefined) return undefined;
  const owner =
    name === '$ref' && fieldOf(spec, name) === undefined && shape.orReference === true ? 'reference' : shape.of;
  const holder = objectOf(version, owner) ?? spec;
  const field = fieldOf(holder, name);
  if (field === undefined) {
    const isStatus = spec.entries?.keys === 'status' || spec.entries?.keys === 'plain-status';
    return isStatus ? statusMeaning(name, span) : undefined;
  }
  const [since, until] = [sinceOf(owner, name), untilOf(owner, name)];
  const detail = [
    shapeText(field.value),
    ...(field.isRequired === true ? ['required'] : []),
    ...(field.isDeprecated === true ? ['deprecated'] : []),
  ].join(', ');
  return {
    name,
    detail,
    about: field.about,
    source: holder.title,
    url: sectionUrl(version, holder),
    versions: [
      ...(since === undefined || since === '2.0' ? [] : [`since ${since}`]),
      ...(until === undefined ? [] : [`until ${until}`]),
    ].join(', '),
    span,
  };
}

function statusMeaning(name: string, span: Span): FieldMeaning | undefined {
  const known = statusCodes.get(name) ?? statusClasses.get(name.toUpperCase());
  if (known === undefined) return undefined;
  const { title, about, rfc, section } = known;
  return {
    name,
    detail: title,
    about,
    source: `RFC ${rfc} §${section}`,
    url: rfcUrl(rfc, section),
    versions: '',
    span,
  };
}

function valueMeaning({ shape, owner, field }: ShapeAt, value: string, span: Span): FieldMeaning | undefined {
  if (shape.kind !== 'text') return undefined;
  if (field === 'format' && (owner === 'schema' || owner === 'parameter' || owner === 'items' || owner === 'header'))
    return named(formatMeanings, value, span);
  return shape.form === 'media-type' ? named(mediaTypeMeanings, value, span) : undefined;
}

function named(meanings: ReadonlyMap<string, NameMeaning>, name: string, span: Span): FieldMeaning | undefined {
  // Parameters of a media type stand behind a semicolon.
  const known = meanings.get(name.split(';')[0]?.trim().toLowerCase() ?? '');
  return known && { name, detail: '', versions: '', span, ...known };
}
