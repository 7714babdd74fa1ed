import { plainList } from '#rules/plain-list.ts';

/** So many are named. */
const named = 3;

/**
 * `Begin with POST /orders, PUT /orders/{id} and GET /users.`: of all operations of a description those that it matters most for. What
 * writes comes before what reads, each in the order of the file.
 */
export function worstOperations(titles: readonly string[]): string {
  const writes = titles.filter(isWrite);
  const worst = [...writes, ...titles.filter((title) => !isWrite(title))].slice(0, named);
  return `Begin with ${plainList(worst)}.`;
}

function isWrite(title: string): boolean {
  return /^(?:POST|PUT|PATCH|DELETE) /.test(title);
}
