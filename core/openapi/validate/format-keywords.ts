import type { KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { findValue, type MapNode, type TreeNode } from '#core/tree/tree.ts';

/** What is said of a text or number and is not looked at. */
export const formatKeywords: readonly (readonly [string, ReadKeyword])[] = [['format', readUnjudged]];

/** What a text holds; from 3.1 on. */
export const contentKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['contentEncoding', readUnjudged],
  ['contentMediaType', readUnjudged],
  ['contentSchema', readUnjudged],
];

/** Values that are listed are in their format. */
function readUnjudged(_said: TreeNode, schema: MapNode): KeywordCheck | undefined {
  return findValue(schema, 'enum') === undefined && findValue(schema, 'const') === undefined ? unjudged : undefined;
}

const unjudged: KeywordCheck = (_run, _schema, value, out) => {
  if (value.kind !== 'scalar') return;
  out.isUnjudged ||= typeof value.value === 'string' || typeof value.value === 'number';
};
