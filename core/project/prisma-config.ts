import { parse } from 'jsonc-parser';
import { pathUri } from '#core/project/path-uri.ts';
import type { Source } from '#core/source.ts';

/** A schema folder or file (`root`) that a configuration of Prisma names, for what lies in the configuration's `folder`. */
export interface ConfiguredSchema {
  readonly root: string;
  /** Ends in `/`. */
  readonly folder: string;
}

/** The files Prisma reads its configuration from; they are read as text, never run. */
const configName = /(?:^|\/)(?:prisma7?\.config|\.config\/prisma7?)\.[cm]?[jt]s$/;

/** True for a file in which Prisma looks for its configuration, by its path. */
export function isPrismaConfig(path: string): boolean {
  return /(?:^|\/)package\.json$/i.test(path) || configName.test(path);
}

/** What configuration files name. Prisma asks `package.json` only where there is no other. */
export function configuredSchemas(files: Iterable<Source>): readonly ConfiguredSchema[] {
  const byFolder = new Map<string, ConfiguredSchema>();
  for (const source of files) {
    const { uri } = source;
    const base = baseOf(uri);
    const folder = base.slice(0, base.lastIndexOf('/') + 1);
    if (isManifest(uri) && byFolder.has(folder)) continue;
    const root = configuredSchemaUri(uri, source.text);
    if (root !== undefined) byFolder.set(folder, { root, folder });
  }
  return [...byFolder.values()];
}

/**
 * The path (folder or file, relative to the configuration) that a `prisma.config.ts` gives as `schema`, as a plain text
 * or as `path.join('…', '…')` of plain texts. The file is read, never run; undefined when its value is anything else.
 */
export function readPrismaConfigFolder(text: string): string | undefined {
  const code = blankComments(text);
  const match = /(?<![\w$.])(?:schema|'schema'|"schema")\s*:\s*/.exec(code);
  if (match === null) return undefined;
  const value = code.slice(match.index + match[0].length, match.index + match[0].length + longestValue);
  const call = /^(?:\w+\s*\.\s*)?(?:join|resolve)\s*\(([^()]*)\)/.exec(value);
  return call === null ? leadingText(value) : joinedTexts(call[1] ?? '');
}

/** The path that `package.json` gives as `prisma.schema`, as Prisma 6 reads it; undefined when it has none. */
export function readPackageSchema(text: string): string | undefined {
  const manifest: unknown = parse(text, [], { allowTrailingComma: true });
  const schema = propertyOf(propertyOf(manifest, 'prisma'), 'schema');
  return typeof schema === 'string' ? schema : undefined;
}

/** The uri of the schema folder or file that a `prisma.config.ts` or `package.json` names; undefined when it names none. */
export function configuredSchemaUri(uri: string, text: string): string | undefined {
  const path = isManifest(uri) ? readPackageSchema(text) : readPrismaConfigFolder(text);
  return path === undefined ? undefined : pathUri(path, uri);
}

function isManifest(uri: string): boolean {
  return uri.endsWith('/package.json');
}

/** A configuration in `.config/` is that of the folder above; its paths count from where it stands, as all do. */
function baseOf(uri: string): string {
  return uri.replace(/\/\.config\/[^/]*$/, '/prisma.config.ts');
}

const longestValue = 500;

/** The text that stands first, when it is one without escapes and `${…}`. */
function leadingText(value: string): string | undefined {
  const match = /^(?:'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$]*)`)\s*(?:[,};)\n]|$)/.exec(value);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** The texts joined by slashes; a first `__dirname` or `import.meta.dirname` is the configuration's own folder. */
function joinedTexts(list: string): string | undefined {
  const parts = list.split(',').map((part) => part.trim());
  if (parts[0] === '__dirname' || parts[0] === 'import.meta.dirname') parts.shift();
  if (parts.at(-1) === '') parts.pop();
  const texts = parts.map(leadingText);
  return texts.length > 0 && texts.every((part) => part !== undefined) ? texts.join('/') : undefined;
}

/** The code with its comments replaced by blanks; strings stay, whatever they hold. */
function blankComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*.*?\*\//gs,
    (_all, quoted: string | undefined) => quoted ?? ' ',
  );
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
