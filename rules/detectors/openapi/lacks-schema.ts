import type { MediaType, RequestBody, Response, Schema } from '#core/openapi/model.ts';
import { isMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';

/** True for a body that is asked for a schema. */
export function lacksSchema(media: MediaType, body: RequestBody | Response): boolean {
  if (!isUndescribed(media, body)) return false;
  // `{}` is written by hand: any value is taken. Of an answer the example says what it is like.
  return media.schema === undefined || (body.kind === 'openapi.response' && !media.hasExample);
}

/** True for a body that no schema describes, though no text says that it may be anything. */
export function isUndescribed(media: MediaType, body: RequestBody | Response): boolean {
  const { schema } = media;
  if (schema !== undefined && (schema.kind === 'openapi.reference' || !isEmpty(schema))) return false;
  const written = schema === undefined ? [media.tree, findValue(media.tree, 'schema')] : [];
  if (written.some(isMisplacedText)) return false;
  return findString(media.tree, '$ref') === undefined && !isFreeForm(media) && !isFreeForm(body);
}

/** `{}` and `true`: any value; keywords that do not restrict anything do not count. */
function isEmpty({ tree }: Schema): boolean {
  if (tree.kind === 'scalar') return tree.value === true;
  return entriesOf(tree).every(({ key }) => annotations.has(key.value));
}

const annotations = new Set(['title', 'example', 'examples', 'default', 'readOnly', 'writeOnly', '$comment']);
const anyValue =
  /\b(?:any|arbitrary|free[- ]?form|pass(?:ed)?[- ]?through|opaque|unstructured|dynamic|schemaless|varies|raw)\b/i;

/** True where a text says that the value has no fixed shape. */
function isFreeForm(view: MediaType | RequestBody | Response): boolean {
  const { section } = view;
  const trees = [view.tree, findValue(view.tree, 'schema')];
  const texts = trees.map((tree) => readProse({ section, tree }, 'description'));
  return texts.some((text) => text !== undefined && anyValue.test(text.value));
}
