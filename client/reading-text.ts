import type { FileReadingState } from '#server/protocol.ts';

/** What the editor's language status says of a file. */
export interface ReadingText {
  readonly text: string;
  readonly detail: string;
}

/** How a file was read, in few words; undefined where it is part of nothing. */
export function readingText(reading: FileReadingState | null): ReadingText | undefined {
  if (reading === null || reading.role === 'unused') return undefined;
  return { text: roleText(reading), detail: detailText(reading) };
}

function roleText({ role, version = 'OpenAPI', roots }: FileReadingState): string {
  switch (role) {
    case 'description':
      return version;
    case 'fragment':
      return `Part of ${listed(roots, 'descriptions')} (${version})`;
    case 'copy':
      return roots.length === 0 ? 'Generated copy' : `Copy of ${listed(roots, 'descriptions')}`;
    case 'schema':
      return 'Prisma schema';
    case 'config':
      return 'Plumbline configuration';
    case 'unused':
      return '';
    default:
      return role satisfies never;
  }
}

function detailText({ role, roots, schema, config, preset }: FileReadingState): string {
  if (role === 'config') return '';
  const compared = role === 'schema' ? (roots.length === 0 ? undefined : listed(roots, 'descriptions')) : schema;
  return [
    ...(compared === undefined ? [] : [`compared with ${compared}`]),
    config === undefined ? `preset ${preset}` : `configured by ${config}`,
  ].join(', ');
}

function listed([first = '', ...others]: readonly string[], noun: string): string {
  return others.length === 0 ? first : `${others.length + 1} ${noun}`;
}
