import type { Values } from '#snippets/pattern.ts';

/** The declaration of a parameter of a path template: an id, or a short name. */
export function pathParameter(name: string): Values {
  return {
    name,
    in: 'path',
    required: true,
    schema: /id$/i.test(name) ? { type: 'string', format: 'uuid' } : { type: 'string', maxLength: 64 },
  };
}
