import { happens, pickFrom } from './chance.ts';
import type { Table } from './step.ts';

/** A file to edit, mostly one that is open: only there the server tells what was edited. */
export function someUri({ desk, random }: Pick<Table, 'desk' | 'random'>): string | undefined {
  return pickFrom(random, happens(random, 0.85) && desk.openUris.length > 0 ? desk.openUris : desk.uris);
}
