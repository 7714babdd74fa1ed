import type { DescriptionContext, OpenApiVersion, ServerAddress } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { holdsMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { locate } from '#core/openapi/reference/locate.ts';
import { isOwnDialect } from '#core/openapi/spec/own-dialect.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { findString, type TreeNode } from '#core/tree/tree.ts';

/** The facts all views of a description share, from its root file. A version not known is read as the nearest one. */
export function readContext(root: TreeDocument): DescriptionContext {
  const version = readVersion(valueAt(root, 'swagger'), writtenAt(root, 'openapi'));
  const isSwagger = version === '2.0';
  return {
    rootUri: root.uri,
    version,
    consumes: isSwagger ? strings(valueAt(root, 'consumes')) : [],
    produces: isSwagger ? strings(valueAt(root, 'produces')) : [],
    address: isSwagger ? readAddress(root) : undefined,
    isDialectUnknown: !isSwagger && isUnknownDialect(string(valueAt(root, 'jsonSchemaDialect'))),
    isOpen: isEmptyList(valueAt(root, 'security')),
    isSecurityUnknown: isSecurityUnknown(valueAt(root, 'security')),
  };
}

/** The version a file names that may be a root; undefined where it names none. */
export function rootVersion(document: TreeDocument): OpenApiVersion | undefined {
  const [swagger, openapi] = [valueAt(document, 'swagger'), writtenAt(document, 'openapi')];
  return swagger === undefined && openapi === undefined ? undefined : readVersion(swagger, openapi);
}

/** Equal for contexts that read a section the same way. */
export function contextKey(context: DescriptionContext): string {
  const key = keys.get(context) ?? JSON.stringify(context);
  keys.set(context, key);
  return key;
}

const keys = new WeakMap<DescriptionContext, string>();

function valueAt(root: TreeDocument, key: string): TreeNode | undefined {
  const found = locate(root, [key]);
  return found?.kind === 'place' ? found.place.tree : undefined;
}

function strings(node: TreeNode | undefined): readonly string[] {
  return locatedStrings(node).map(({ value }) => value);
}

function isUnknownDialect(uri: string | undefined): boolean {
  return uri !== undefined && !isOwnDialect(uri);
}

function isSecurityUnknown(node: TreeNode | undefined): boolean {
  return findString(node, '$ref') !== undefined || holdsMisplacedText(node);
}

function isEmptyList(node: TreeNode | undefined): boolean {
  return node?.kind === 'list' && node.items.length === 0;
}

/** A scalar as it is written: `3.0` is the number 3, and means 3.0. */
function writtenAt(root: TreeDocument, key: string): string | undefined {
  const found = locate(root, [key]);
  if (found?.kind !== 'place') return undefined;
  const { tree, location } = found.place;
  if (tree.kind !== 'scalar') return '';
  return typeof tree.value === 'number'
    ? location.section.text.slice(tree.span.start, tree.span.end)
    : String(tree.value);
}

function readVersion(swagger: TreeNode | undefined, text: string | undefined): OpenApiVersion {
  if (text === undefined && swagger !== undefined) return '2.0';
  const minor = /^3\.(\d+)/.exec(text ?? '')?.[1];
  if (minor === '0') return '3.0';
  return minor === undefined || minor === '1' ? '3.1' : '3.2';
}

function readAddress(root: TreeDocument): ServerAddress {
  const schemes = valueAt(root, 'schemes');
  return {
    host: string(valueAt(root, 'host')),
    basePath: (string(valueAt(root, 'basePath')) ?? '').replace(/\/$/, ''),
    hasSchemes: schemes?.kind === 'list' && schemes.items.length > 0,
  };
}

function string(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
