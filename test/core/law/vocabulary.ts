/** What is typed or pasted in one go: what begins or ends something, and what means something to the engine. */
export const pieces: readonly string[] = [
  ...split(
    '\n|  |:|: |#| # note|"|\'|{|}|{}|[|]|,|- |@|&a |*a|&a1 |*a1|? |>-\n|\t|\r\n|\r|---\n|...\n|»|\u{1F4A1}|x|<<: *a\n|\uFEFF|%|~1',
  ),
  ...split(
    '/*|*/|//|// use prisma-8\n|/// |\n}\n|\nmodel Extra {\n  id Int @id\n}\n|\nenum Kind {\n  A\n}\n|  @@index([id])\n|  @unique',
  ),
  ...split(
    '\n  /users:\n    get:\n      responses: {}\n|openapi: 3.0.3\n|swagger: "2.0"\n|"openapi": "3.1.0",\n|$id: x\n|security: []\n',
  ),
  ...split(
    '  $anchor: here\n|      $ref: \'#here\'\n|"$ref": "#/components/schemas/Problem",\n|x-prisma-model: User\n|x-prisma-model: false\n|x-prisma-field: total\n|/// @api Order\n|\n  @@map("orders")',
  ),
  ...split(
    "\n$self: api.yaml\n|      $dynamicAnchor: node\n|$dynamicRef: '#node'|required: [tree, next]\n|nullable: true, |openapi: 3.2.0\n",
  ),
  ...split(
    '\ntypes {\n  Email = Int\n}\n|  Key = String\n|\nnamespace shop {\n  model User {\n    id Int @id\n  }\n}\n|namespace auth {\n|auth.|shop.|  Rank = Level\n|enum Email {\n  A\n}\n',
  ),
  ...['|\n', '|+\n', ' ', 'datasource extra {\n  provider = "mysql"\n}\n'],
];

/** Words that mean something to one rule or another. */
export const words: readonly string[] = [
  ...'get post put patch delete string integer number object array boolean null uuid date-time int32 int64 double'.split(
    ' ',
  ),
  ...'true false 200 201 204 400 404 409 default 3.0.3 3.1.0 3.2.0 2.0 query path header id limit cursor offset name'.split(
    ' ',
  ),
  ...'readOnly required orders lines parent operationId operationRef links show region read formData body querystring style content schema schemas properties items allOf oneOf $ref paths components webhooks createdAt updatedAt'.split(
    ' ',
  ),
  ...'search cancel report list api me users bulk items status'.split(' '),
  ...'String Int Decimal Float DateTime Json Boolean model enum view type @id @unique deletedAt price email status'.split(
    ' ',
  ),
  ...['application/json', 'application/problem+json'],
];

/** Prose: what one rule or another looks for in a text, and what means something elsewhere. */
export const phrases: readonly string[] = split(
  'at most 100|an opaque token|rate limit|masked|no authentication|signature|any JSON|$id:x|x|one word|',
);

function split(list: string): readonly string[] {
  return list.split('|');
}
