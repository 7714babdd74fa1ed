import { isJsonMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import type { Example, Header, MediaType, OrReference, Parameter, Response, Schema } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, itemPlaces, type Place } from '#core/openapi/place.ts';
import { readExample } from '#core/openapi/read/read-example.ts';
import type { Direction } from '#core/openapi/validate/spared-properties.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findValue } from '#core/tree/tree.ts';
import { judgingSchema } from '#rules/detectors/openapi/judging-schema.ts';
import { soleReference } from '#rules/detectors/openapi/sole-reference.ts';
import type { WrittenValue } from '#rules/detectors/openapi/written-value.ts';

/** What has examples beside a schema. */
export type Exemplified = MediaType | Parameter | Header | Response | Schema | Reference;

const none: readonly WrittenValue[] = [];

/** The examples written at a node, and those its `$ref`s lead to, each with the schema it is to fit. */
export function writtenExamples(node: Exemplified, scope: Scope): readonly WrittenValue[] {
  switch (node.kind) {
    case 'openapi.media-type':
      return ofMediaType(node, scope);
    case 'openapi.parameter':
    case 'openapi.header':
      return ofParameter(node, scope);
    case 'openapi.response':
      return ofOldResponse(node, scope);
    case 'openapi.schema':
    case 'openapi.reference':
      return ofSchema(node, scope);
    default:
      return node satisfies never;
  }
}

/** Of other media types than JSON a text is what is sent. From 3.2 on each item of a stream has a schema of its own. */
function ofMediaType(media: MediaType, scope: Scope): readonly WrittenValue[] {
  const { context, name, tree } = media;
  if (context.version === '2.0' || findValue(tree, '$ref') !== undefined) return [];
  const schema = scope.resolve(media.schema);
  if (schema === undefined) return [];
  const textMeans = meaningOfTexts(name.value);
  const isStream = findValue(tree, 'schema') === undefined;
  const written = examplesAt(media, textMeans, scope);
  return written.flatMap(({ place, subject, textMeans }) => {
    const places = isStream ? itemPlaces(place) : [place];
    return places.map((each) => ({ place: each, subject, textMeans, schema, direction: directionOf(media) }));
  });
}

/** Forms and XML know texts alone; what else there is has values of its own. */
function meaningOfTexts(mediaType: string): WrittenValue['textMeans'] {
  if (isJsonMediaType(mediaType)) return 'maybe-json';
  const isTextual = /^(?:multipart\/|application\/x-www-form-urlencoded$|[^/]+\/(?:[^/]+\+)?xml$)/;
  return isTextual.test(mediaTypeEssence(mediaType)) ? 'serialized' : 'unknown';
}

/** A list or object is sent as one text, which an example may show. 2.0 has none there. */
function ofParameter(node: Parameter | Header, scope: Scope): readonly WrittenValue[] {
  if (node.context.version === '2.0' || findValue(node.tree, 'schema') === undefined) return [];
  const schema = scope.resolve(node.schema);
  if (schema === undefined) return [];
  return examplesAt(node, undefined, scope).map((written) => ({
    ...written,
    textMeans: written.textMeans ?? parameterText(schema),
    schema,
    direction: 'either',
  }));
}

function parameterText({ types }: Schema): 'unknown' | undefined {
  const isPlain = types.length > 0 && types.every((type) => type !== 'array' && type !== 'object');
  return isPlain ? undefined : 'unknown';
}

/** 2.0: values by media type; what stands under another name is none. */
function ofOldResponse(response: Response, scope: Scope): readonly WrittenValue[] {
  if (response.context.version !== '2.0') return [];
  const schema = scope.resolve(response.content[0]?.schema);
  if (schema === undefined) return [];
  const byMediaType = entryPlaces(childPlace(response, 'examples')).filter(({ name }) => name.value.includes('/'));
  return byMediaType.map((place) => ({
    place,
    schema,
    direction: 'response',
    subject: 'the example',
    textMeans: meaningOfTexts(place.name.value),
  }));
}

/** Up to 3.0 one example, from 3.1 on a list of them, too. A parameter of 2.0 is no schema, though it reads like one. */
function ofSchema(node: Schema | Reference, scope: Scope): readonly WrittenValue[] {
  const schema = judgingSchema(node, scope);
  if (schema === undefined) return none;
  const { version } = schema.context;
  const isParameter = schema.role === 'parameter' || schema.role === 'header';
  if (version === '2.0' && isParameter) return [];
  const example = examplePlace(node);
  const isList = version === '3.1' || version === '3.2';
  const examples = isList ? itemPlaces(childPlace(node, 'examples')) : [];
  return [...(example ? [example] : []), ...examples].map((place) => ({
    place,
    schema,
    direction: 'either',
    subject: 'the example',
    textMeans: isParameter ? parameterText(schema) : 'maybe-json',
  }));
}

/** A reference in place of data is another rule's matter. */
function examplePlace(node: Exemplified): Place | undefined {
  const place = childPlace(node, 'example');
  return place === undefined || soleReference(place.tree) !== undefined ? undefined : place;
}

type ExampleValue = Pick<WrittenValue, 'place' | 'subject' | 'textMeans'>;

/** What `example` and `examples` hold. */
function examplesAt(
  node: MediaType | Parameter | Header,
  textMeans: WrittenValue['textMeans'],
  scope: Scope,
): readonly ExampleValue[] {
  const example = examplePlace(node);
  const own = example ? [{ place: example, subject: 'the example', textMeans }] : [];
  const named = entryPlaces(childPlace(node, 'examples')).flatMap((place) =>
    valuesOf(readExample(place), place.name.value, textMeans, scope),
  );
  return [...own, ...named];
}

/** From 3.2 on `dataValue` is the value itself, and `serializedValue` its text. */
function valuesOf(
  example: OrReference<Example>,
  name: string,
  textMeans: WrittenValue['textMeans'],
  scope: Scope,
): readonly ExampleValue[] {
  const resolved = scope.resolve(example);
  if (resolved === undefined) return [];
  const subject = `the example “${name}”`;
  const value = childPlace(resolved, 'value');
  const data = childPlace(resolved, 'dataValue');
  const text = childPlace(resolved, 'serializedValue');
  return [
    ...(value ? [{ place: value, subject, textMeans }] : []),
    ...(data ? [{ place: data, subject, textMeans: undefined }] : []),
    ...(text && textMeans === 'maybe-json' ? [{ place: text, subject, textMeans: 'json' as const }] : []),
  ];
}

/** What a webhook or a callback sends goes the other way, and may be meant either way. */
function directionOf({ direction, location }: MediaType): Direction {
  const steps = pointerOf(location);
  const isOutgoing = steps.some((step) => step === 'webhooks' || step === 'callbacks' || step === 'mediaTypes');
  return isOutgoing || direction === 'parameter' || direction === 'header' ? 'either' : direction;
}
