import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { corpus } from '../../support/corpus.ts';
import type { Random } from '../../support/random.ts';
import { pickFrom } from './chance.ts';
import { folder, type SceneFile } from './desk.ts';
import type { Files } from './scene.ts';

/** Files are cut to about this many UTF-16 units, whole blocks at a time, so that many edits fit into a minute. */
const longest = 3000;

/** Files, and folders that are taken whole. */
const places = [
  'openapi/OAI-learn.openapis.org/examples/v3.0/petstore.yaml',
  'openapi/OAI-learn.openapis.org/examples/v3.1/tictactoe.yaml',
  'openapi/OAI-learn.openapis.org/examples/v3.0/link-example.json',
  'openapi/OAI-learn.openapis.org/examples/v2.0/json/uber.json',
  'openapi/OAI-learn.openapis.org/examples/v2.0/json/petstore-separate',
  'openapi/OAI-learn.openapis.org/examples/v2.0/yaml/petstore-separate',
  'openapi/XeroAPI-Xero-OpenAPI/xero-webhooks.yaml',
  'openapi/prometheus-alertmanager/api/v2/openapi.yaml',
  'openapi/nytimes-public_api_specs/article_search/article_search_v2.yaml',
  'openapi/openzipkin-zipkin-api/zipkin2-api.yaml',
  'openapi/Redocly-museum-openapi-example/openapi.yaml',
  'openapi/Redocly-redocly-cli/resources/cafe.yaml',
  'openapi/Redocly-openapi-starter/openapi',
  'openapi/dotnet-eShop/src/Catalog.API/Catalog.API_v2.json',
  'openapi/cardano-foundation-cardano-wallet/specifications/api/swagger.yaml',
  'openapi/microsoft-PowerPlatformConnectors/independent-publisher-connectors/Hashify/apiDefinition.swagger.json',
  'openapi-invalid/ipfs-pinning-services-api-spec/ipfs-pinning-service.yaml',
  'prisma/prisma-prisma-examples/databases/mongodb/prisma/schema.prisma',
  'prisma/shadcn-ui-taxonomy/prisma/schema.prisma',
  'prisma/wasp-lang-open-saas/template/app/schema.prisma',
  'prisma/imperial-cpp-connect/prisma/schema',
  'prisma/gkalabin-prosper/prisma/schema',
  'prisma/BearStudio-start-ui-web/prisma/schema',
  'pairs/gothinkster-realworld',
  'pairs/hatchet-dev-hatchet/openapi/api-contracts/openapi',
];

/** A scene of real files; undefined without the corpus. */
export function corpusScene(random: Random): Files | undefined {
  const place = pickFrom(random, places);
  const path = join(corpus, place ?? '');
  if (place === undefined || !existsSync(path)) return undefined;
  const names = statSync(path).isDirectory() ? filesUnder(path) : [''];
  const files = names.map((name) => {
    const text = shortened(name === '' ? place : name, readFileSync(join(path, name), 'utf8'), random);
    return { uri: new URL(name === '' ? place.slice(place.lastIndexOf('/') + 1) : name, folder).href, text };
  });
  return { name: place, files: withinReach(files, random) };
}

function filesUnder(path: string): readonly string[] {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => /\.(?:ya?ml|json|prisma)$/.test(name)).sort();
}

/** The roots and as many of the others as are looked at quickly. */
function withinReach(files: readonly SceneFile[], random: Random): readonly SceneFile[] {
  const isRoot = ({ text }: SceneFile): boolean => /^\s*["']?(?:openapi|swagger)\b/m.test(text);
  const others = files.filter((file) => !isRoot(file));
  const kept = new Set(others.filter(() => random.next() * others.length < 6));
  return files.filter((file) => isRoot(file) || kept.has(file));
}

function shortened(name: string, text: string, random: Random): string {
  if (text.length <= longest) return text;
  if (name.endsWith('.prisma')) return someBlocks(text.split(/(?<=\n\}\r?\n)/), random);
  if (name.endsWith('.json')) return JSON.stringify(shortenedValue(JSON.parse(text), random), undefined, 2);
  const { sections } = cutDescription({ uri: 'file:///a', text, language: 'yaml' });
  if (sections.length < 4) return text.slice(0, longest);
  const isLeft = new Set(sections.filter((section) => section.isHeader || section.pointer.length < 2));
  const share = longest / text.length;
  return sections
    .filter((section) => isLeft.has(section) || random.next() < share)
    .map((section) => section.text)
    .join('');
}

function someBlocks(blocks: readonly string[], random: Random): string {
  const share = longest / blocks.join('').length;
  return blocks.filter((_block, index) => index < 2 || random.next() < share).join('');
}

/** Leaves most path items and components out. */
function shortenedValue(value: unknown, random: Random): unknown {
  const size = JSON.stringify(value).length;
  const pruned = (map: unknown): unknown =>
    Object.fromEntries(Object.entries(Object(map)).filter(() => random.next() < longest / size));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, part]) => {
      if (key === 'paths' || key === 'definitions') return [key, pruned(part)];
      if (key !== 'components') return [key, part];
      return [key, Object.fromEntries(Object.entries(Object(part)).map(([kind, map]) => [kind, pruned(map)]))];
    }),
  );
}
