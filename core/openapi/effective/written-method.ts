import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';

/** `GET`; of a further method of 3.2 its key under `additionalOperations`, as it is written. */
export function writtenMethod({ method, location }: Pick<Operation, 'method' | 'location'>): string {
  const [above, key] = method === 'other' ? pointerOf(location).slice(-2) : [];
  return above === 'additionalOperations' && key !== undefined ? key : method.toUpperCase();
}
