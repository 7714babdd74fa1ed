import { element } from '#client/webview/element.ts';
import type { Box } from '#client/webview/picture.ts';
import type { DataModelState, SchemaSummary } from '#server/protocol.ts';

/** Lists the schemas to choose from; hidden where there is only one. */
export function showSchemas(select: HTMLSelectElement, schemas: readonly SchemaSummary[], chosen: string): void {
  // A list that is open stays open.
  const isSame = (option: HTMLOptionElement, index: number) =>
    option.value === schemas[index]?.uri && option.textContent === schemas[index].title;
  if (schemas.length === select.options.length && [...select.options].every(isSame)) {
    select.value = chosen;
    return;
  }
  const options = schemas.map(({ uri, title }) => {
    const option = document.createElement('option');
    option.value = uri;
    option.textContent = title;
    option.selected = uri === chosen;
    return option;
  });
  select.replaceChildren(...options);
  select.hidden = schemas.length < 2;
}

/** Says how many models there are, and how many with findings. */
export function showSummary(state: DataModelState | undefined, boxes: readonly Box[]): void {
  const { models = 0, leftOut = 0 } = state ?? {};
  const all = `${models + leftOut} ${models + leftOut === 1 ? 'model' : 'models'}`;
  const text = leftOut > 0 ? `${all}, the first ${models} are shown` : all;
  element('summary', HTMLElement).textContent = state === undefined ? '' : text;
  const found = boxes.filter(({ severity }) => severity !== undefined);
  const button = element('findings', HTMLButtonElement);
  button.hidden = found.length === 0;
  button.textContent = `${found.length} with findings`;
  const worst = (['error', 'warning', 'info'] as const).find((each) => found.some(({ severity }) => severity === each));
  button.className = `link ${worst ?? ''}`;
}
