import { stringify } from 'yaml';
import { generateOpenApi } from '../../support/generate-openapi.ts';
import { generatePrisma } from '../../support/generate-prisma.ts';
import type { Random } from '../../support/random.ts';
import { happens, pickFrom } from './chance.ts';
import { corpusScene } from './corpus-scenes.ts';
import { folder, type SceneFile } from './desk.ts';
import { exampleApi } from './example-scene.ts';
import { formApi, linkedApi } from './linked-scene.ts';
import { mappedApi } from './mapped-scene.ts';
import { namespacedSchema } from './namespaced-scene.ts';
import { pathsApi } from './paths-scene.ts';
import { proseApi } from './prose-scene.ts';
import type { Files, Scene } from './scene.ts';

/** A scene made from generated files or, when there are any, from the corpus. */
export function someScene(random: Random): Scene {
  const corpus = happens(random, 0.4) ? corpusScene(random) : undefined;
  const make =
    pickFrom(random, [
      yamlScene,
      jsonScene,
      splitScene,
      sharedScene,
      prismaScene,
      copiedScene,
      twinScene,
      proseScene,
      proseScene,
      elsewhereScene,
      linkedScene,
      linkedScene,
      exampleScene,
      pathsScene,
      mappedScene,
      mappedScene,
      namespacedScene,
      namespacedScene,
    ]) ?? yamlScene;
  const scene = corpus ?? make(random);
  const opened = scene.files.filter(() => happens(random, 0.6)).map(({ uri }) => uri);
  return { ...scene, opened };
}

function yamlScene(random: Random): Files {
  const api = smallApi(random);
  const schema = file('prisma/schema.prisma', generatePrisma(20, random.below(1000)));
  return { name: 'YAML and Prisma', files: [file('api.yaml', yaml(api)), schema] };
}

function jsonScene(random: Random): Files {
  const api = smallApi(random);
  const indent = pickFrom(random, [0, 2, 4, '\t']);
  return { name: 'JSON', files: [file('api.json', JSON.stringify(api, undefined, indent))] };
}

/** Parts that name each other. */
function linkedScene(random: Random): Files {
  const api = happens(random, 0.7) ? linkedApi(random) : formApi(random);
  return { name: 'linked', files: [file('api.yaml', api)] };
}

/** Prose that rules read, mostly in a file that is open. */
function proseScene(random: Random): Files {
  return { name: 'prose', files: [file('api.yaml', proseApi(random))] };
}

/** Values that are judged by schemas of other sections, and of another file. */
function exampleScene(random: Random): Files {
  const { api, shared } = exampleApi(random);
  return { name: 'examples', files: [file('api.yaml', api), file('shared.yaml', shared)] };
}

/** Paths that tell by each other what they name, some of them in other files. */
function pathsScene(random: Random): Files {
  const { api, items } = pathsApi(random);
  return { name: 'paths', files: [file('api.yaml', api), file('items.yaml', items)] };
}

/** Schemas, paths and models that are one thing, and a configuration that says so of some. */
function mappedScene(random: Random): Files {
  const { api, schema } = mappedApi(random);
  const files = [
    file('api.yaml', api),
    file('prisma/schema.prisma', schema),
    file('plumbline.yaml', 'mapping:\n  models:\n    Bill: OrderLine\n  fields:\n    Order: { slug: total }\n'),
  ];
  return { name: 'mapped', files: happens(random, 0.5) ? files : files.slice(0, 2) };
}

/** A description that names models of Prisma 8, of which several have one name, and fields whose types have names. */
function namespacedScene(random: Random): Files {
  const { contract, types } = namespacedSchema(random);
  const { api } = mappedApi(random);
  const files = [file('prisma/contract.prisma', contract), file('prisma/types.prisma', types)];
  const named = api.replaceAll('Customer', 'User').replaceAll('customer', 'user');
  return { name: 'namespaces', files: happens(random, 0.6) ? [file('api.yaml', named), ...files] : files };
}

/** A root, its path items and its schemas in files of their own, which refer to each other and back to the root. */
function splitScene(random: Random): Files {
  const { paths, components, ...rest } = smallApi(random);
  const items = Object.entries(Object(paths));
  const schemas = Object(Object(components).schemas);
  const names = items.map((_item, index) => `paths/p${index}.${happens(random, 0.3) ? 'json' : 'yaml'}`);
  const root = {
    ...rest,
    paths: Object.fromEntries(items.map(([key], index) => [key, { $ref: `./${names[index]}` }])),
    components: { ...Object(components), schemas: Object.fromEntries(Object.keys(schemas).map(toShared)) },
  };
  const files = items.map(([, item], index) => {
    const name = names[index] ?? '';
    const text = name.endsWith('json') ? JSON.stringify(item, undefined, 2) : yaml(item);
    return file(
      name,
      text.replaceAll('#/components', happens(random, 0.7) ? '../api.yaml#/components' : '../shared.yaml#'),
    );
  });
  const shared = yaml({ schemas }).replaceAll(
    '#/components/schemas/',
    happens(random, 0.5) ? '#/schemas/' : 'api.yaml#/components/schemas/',
  );
  return { name: 'split', files: [file('api.yaml', yaml(root)), file('shared.yaml', shared), ...files] };
}

/** Lists and maps behind references, and path items on both sides of one. */
function elsewhereScene(random: Random): Files {
  const own = happens(random, 0.5) ? '#/components/x-parameters' : 'parts.yaml#/parameters';
  const root = `openapi: 3.1.0
security: { $ref: 'parts.yaml#/security' }
paths:
  /users/{id}:
    $ref: users.yaml
    parameters:
      $ref: '${own}'
    delete:
      security: { $ref: 'parts.yaml#/security' }
      responses: { $ref: 'parts.yaml#/responses' }
  /users/{name}:
    $ref: '#/components/pathItems/user'
    get:
      parameters: { $ref: 'parts.yaml#/parameters' }
      responses:
        '200':
          description: A user
          headers: { $ref: 'parts.yaml#/headers' }
          content: { $ref: 'parts.yaml#/content' }
        '429': { description: Slow, headers: { $ref: 'parts.yaml#/headers' } }
components:
  x-parameters:
    - { name: id, in: path, required: true, schema: { type: string } }
  pathItems:
    user:
      parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
      put: { responses: { '200': { description: A user } } }
  schemas:
    User:
      $id: user
      type: object
      properties: { $ref: 'parts.yaml#/properties' }
    Other: { $ref: user }
    Tree:
      $dynamicAnchor: node
      type: object
      required: [next]
      properties: { next: { $dynamicRef: '#node' }, owner: { $ref: '#/components/schemas/Owner' } }
    Owner:
      type: object
      required: [tree]
      properties: { tree: { $ref: '#/components/schemas/Tree', default: {} } }
    Kinds:
      oneOf: [{ $ref: '#/components/schemas/Tree' }, { $ref: 'parts.yaml#/kind' }]
      discriminator: { propertyName: kind, mapping: { tree: Tree, owner: Owner, kind: 'parts.yaml#/kind' } }
`;
  const parts = `parameters:
  - { name: id, in: path, required: true, schema: { type: string } }
  - { $ref: 'parts.yaml#/limit' }
limit: { name: limit, in: query, schema: { type: integer } }
kind: { $dynamicAnchor: kind, type: object, properties: { limit: { $ref: '#/limit/schema' } } }
security: [{ bearer: [] }]
headers:
  Retry-After: { schema: { type: integer } }
content:
  application/json: { schema: { $ref: 'api.yaml#/components/schemas/User' } }
responses:
  '204': { description: Gone }
  '429': { description: Slow }
properties:
  password: { type: string }
  name: { $ref: 'user' }
`;
  const users = `get:
  parameters: [{ name: limit, in: query, schema: { type: integer } }]
  responses:
    '200': { description: A user, content: { $ref: 'parts.yaml#/content' } }
`;
  return {
    name: 'elsewhere',
    files: [file('api.yaml', root), file('parts.yaml', parts), file('users.yaml', users)],
  };
}

function toShared(name: string): readonly [string, unknown] {
  return [name, { $ref: `./shared.yaml#/schemas/${name}` }];
}

/** Two roots, one of them JSON, that share a file, and two schemas. */
function sharedScene(random: Random): Files {
  const api = smallApi(random);
  const { components, ...rest } = api;
  const shared = yaml({ components }).replaceAll("'#/", "'common.yaml#/");
  const toCommon = (text: string): string => text.replaceAll('#/components/', './common.yaml#/components/');
  const files = [
    file('one.yaml', toCommon(yaml(rest))),
    file('two.json', toCommon(JSON.stringify({ ...rest, openapi: '3.0.3' }, undefined, 2))),
    file('common.yaml', shared),
    file('prisma/schema.prisma', generatePrisma(20, random.below(1000))),
    file('plumbline.yaml', 'preset: strict\nrules:\n'),
  ];
  return { name: 'shared', files: happens(random, 0.5) ? files : files.slice(0, 3) };
}

function prismaScene(random: Random): Files {
  const blocks = generatePrisma(45, random.below(1000)).split(/\n(?=model|datasource|generator|enum)/);
  const half = Math.floor(blocks.length / 2);
  const files = [
    file('prisma/schema.prisma', `${blocks.slice(0, half).join('\n')}\n`),
    file('prisma/models/more.prisma', `${blocks.slice(half).join('\n')}\n`),
    file('openapi.yaml', yaml(smallApi(random))),
  ];
  return { name: 'Prisma', files: happens(random, 0.4) ? files : files.slice(0, 2) };
}

/** A schema, what its generator wrote, another schema, and a configuration that names one of them. */
function copiedScene(random: Random): Files {
  const schema = generatePrisma(20, random.below(1000));
  const generator = 'generator own {\n  provider = "x"\n  output = "../copy"\n}\n';
  const named = pickFrom(random, ['copy', 'prisma', 'other/schema.prisma']);
  const files = [
    file('prisma/schema.prisma', `${generator}${schema}`),
    file('copy/schema.prisma', `${generator}${schema}`),
    file('other/schema.prisma', generatePrisma(5, random.below(1000))),
    file('openapi.yaml', yaml(smallApi(random))),
    file('prisma.config.ts', `export default { schema: '${named}' };\n`),
  ];
  return { name: 'copied', files: happens(random, 0.5) ? files : files.slice(0, 4) };
}

/** One description in several places, in one of them perhaps with a part in a file of its own. */
function twinScene(random: Random): Files {
  const api = smallApi(random);
  const json = JSON.stringify(api, undefined, 2);
  const files = [
    file('api.yaml', yaml(api)),
    file('docs/api.json', json),
    file('other/api.yaml', happens(random, 0.7) ? yaml(api) : `${yaml(api)}x-more: 1\n`),
    file('plumbline.yaml', 'preset: strict\n'),
  ];
  return { name: 'twins', files: happens(random, 0.5) ? files : files.slice(0, 3) };
}

/** A generated description with fewer operations and properties: many edits are to fit into a minute. */
function smallApi(random: Random): { readonly [key: string]: unknown } {
  const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'delete']);
  const text = JSON.stringify(generateOpenApi(1 + random.below(1.2), random.below(1000)), (key, value: unknown) => {
    if (key === 'properties') return Object.fromEntries(Object.entries(Object(value)).slice(0, 5));
    return methods.has(key) && happens(random, 0.4) ? undefined : value;
  });
  return JSON.parse(text);
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 100 });
}

function file(path: string, text: string): SceneFile {
  return { uri: `${folder}${path}`, text };
}
