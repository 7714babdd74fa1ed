import type { Located } from '#core/text/span.ts';

/** The parts between the slashes, empty ones left out: `/users/{id}` has `users` and `{id}`. */
export function segmentsOf(path: string): readonly string[] {
  const [beforeQuery = ''] = path.split(/[?#]/);
  return beforeQuery.split('/').filter((segment) => segment !== '');
}

/** The names between braces, spans counted from the start of the path and without the braces. */
export function templateNames(path: string): readonly Located<string>[] {
  return Array.from(path.matchAll(/\{([^{}]*)\}/g), ({ 1: name = '', index }) => ({
    value: name,
    span: { start: index + 1, end: index + 1 + name.length },
  }));
}

/** The path with its parameter names taken out: two paths with the same one cannot be told apart (`/users/{}`). */
export function erasedTemplate(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
