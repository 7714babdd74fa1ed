import type { Places } from '#cli/places.ts';
import type { Style } from '#cli/style.ts';
import type { ToldDataMap, ToldKey, ToldName, ToldPair } from '#core/ask/data-map.ts';
import { largest } from '#core/work/largest.ts';

/** The maps of descriptions, for people. */
export function mapText(maps: readonly ToldDataMap[], places: Places, style: Style): string {
  return maps.map((map) => oneMap(map, places, style)).join('\n');
}

function oneMap({ rootUri, pairs, schemas, models, paths }: ToldDataMap, places: Places, style: Style): string {
  const width = largest(
    0,
    pairs.map(({ schema }) => schema.name.length),
  );
  const parts = [
    style.underline(places.pathOf(rootUri)),
    ...pairs.flatMap((pair) => pairLines(pair, width, places, style)),
    ...list(
      'Paths',
      paths.map(({ path, model, keys }) => `${path.name} ${style.dim('→')} ${model.name}${keysText(keys)}`),
      style,
    ),
    ...list(
      'Schemas without a model',
      schemas.map(({ name, doubt }) => `${name} ${style.dim(`(${doubt})`)}`),
      style,
    ),
    ...list(
      'Models without a schema',
      models.map(({ name }) => name),
      style,
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function pairLines(pair: ToldPair, width: number, places: Places, style: Style): readonly string[] {
  const { schema, model, score, reasons, fields, properties, columns } = pair;
  const { line } = places.placeOf(model.place.uri, model.place.span.start);
  const head = `  ${schema.name.padEnd(width)}  ${style.bold(model.name)}  ${percent(score)}  ${style.dim(`${places.pathOf(model.place.uri)}:${line}`)}`;
  const renamed = fields.flatMap(({ property, field }) =>
    property.name === field.name ? [] : [`${property.name} is ${field.name}`],
  );
  return [
    head,
    style.dim(`    because ${reasons.join(', and ')}`),
    ...sentence('otherwise called', renamed),
    ...sentence('only in the API', names(properties)),
    ...sentence('only in the database', names(columns)),
  ];
}

function keysText(keys: readonly ToldKey[]): string {
  const texts = keys.map(({ parameter, field, column }) => {
    const own = field.name.slice(field.name.indexOf('.') + 1);
    return `{${parameter}} is ${field.name}${column === undefined || column === own ? '' : `, here ${column}`}`;
  });
  return texts.length === 0 ? '' : ` (${texts.join('; ')})`;
}

function sentence(what: string, of: readonly string[]): readonly string[] {
  return of.length === 0 ? [] : [`    ${what}: ${of.join(', ')}`];
}

function list(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : ['', style.bold(`${title} (${lines.length})`), ...lines.map((line) => `  ${line}`)];
}

function names(told: readonly ToldName[]): readonly string[] {
  return told.map(({ name }) => name);
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}
