import type { DescriptionContext } from '#core/openapi/model.ts';
import type { Change, Fix, Survey } from '#core/rule.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';
import { rootEntries } from '#rules/fixes/openapi/root-entries.ts';

/** What 2.0 says of the address in several fields of the root, as `servers`; where those are there, the fields only go. */
export function asServers(names: readonly string[], hasServers: boolean, { rootUri }: DescriptionContext): Fix {
  const removals = names.map((name): Change => ({ kind: 'remove', uri: rootUri, pointer: [name] }));
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const value = serversOf(survey).map((url) => ({ url }));
    const place = { before: ['tags', 'security', 'paths', 'webhooks', 'components'] } as const;
    return [{ kind: 'set', uri: rootUri, pointer: ['servers'], value, ifAbsent: true, ...place }, ...removals];
  };
  const title = hasServers
    ? `Remove ${quoted(names, 'and')}, since “servers” says where the API is`
    : `Write “servers” instead of ${quoted(names, 'and')}`;
  return { title, safety: 'review', changes: { rootUri, make } };
}

function serversOf(survey: Survey): readonly string[] {
  const host = textOf(rootEntries(survey, 'host'))?.replace(/^[a-z]+:\/\//i, '');
  const path = textOf(rootEntries(survey, 'basePath'))?.replace(/\/+$/, '') ?? '';
  if (host === undefined || host === '') return [path === '' ? '/' : path];
  const listed = rootEntries(survey, 'schemes');
  const schemes = Array.isArray(listed) ? listed.flatMap((one) => textOf(one) ?? []) : [];
  return (schemes.length === 0 ? ['https'] : schemes).map((scheme) => `${scheme}://${host}${path}`);
}

function textOf(value: PlainValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
