import { readdirSync, readFileSync } from 'node:fs';

/**
 * The process id of the running language server, a child of this extension host; undefined while none runs. Reads /proc,
 * so on Linux only.
 */
export function findLanguageServer(): number | undefined {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).find((id) => parentOf(id) === process.pid && read(id, 'cmdline').includes('server.cjs'));
}

/** The fourth field of `/proc/<id>/stat`; the second, the name, is in parentheses and may hold spaces. */
function parentOf(id: number): number {
  return Number(read(id, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/** A process may end between listing and reading: then the text is empty. */
function read(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
