import type { Place } from '#client/checklist-node.ts';
import type { DataField, DataMapState, DataPair, MappedPath, PlacedName, WrongMatchParams } from '#server/protocol.ts';

/** A line of the data map, ready to be shown. */
export interface DataMapNode {
  /** Unique in the view and the same after a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  readonly icon: string;
  /** What the menus of the view look at: `mapped` has two sides, `match` can be said to be wrong, too. */
  readonly role: 'group' | 'match' | 'mapped' | 'single';
  readonly children: readonly DataMapNode[];
  /** Where a click leads: the side of the API, where there is one. */
  readonly place?: Place;
  /** The side of the database. */
  readonly database?: Place;
  /** What is written where the match is wrong. */
  readonly wrong?: WrongMatchParams;
}

/** Pairs of a lower score are shown as doubtful. */
const sure = 0.8;

/** The map of a description as the lines of the view; `uri` is a file of it. */
export function dataMapNodes(uri: string, { pairs, schemas, models, paths }: DataMapState): readonly DataMapNode[] {
  const groups = [
    groupNode(
      uri,
      'Paths',
      paths.map((path) => pathNode(uri, path)),
    ),
    groupNode(
      uri,
      'Schemas without a model',
      schemas.map((schema) => looseNode(uri, 'schema', schema, `No model, because ${schema.doubt}.`)),
    ),
    groupNode(
      uri,
      'Models without a schema',
      models.map((model) => looseNode(uri, 'model', model, 'No schema of the API describes it.')),
    ),
  ];
  return [...pairs.map((pair) => pairNode(uri, pair)), ...groups.filter(({ children }) => children.length > 0)];
}

function pairNode(uri: string, pair: DataPair): DataMapNode {
  const { schema, model, score, reasons, fields, properties, columns } = pair;
  const id = `${uri}#${schema.name} ${model.name}`;
  const percent = `${Math.round(score * 100)} %`;
  const all = fields.length + properties.length;
  return {
    id,
    label: schema.name,
    description: `→ ${model.name} · ${percent}`,
    tooltip: `${schema.name} is the model ${model.name} (${percent}), because ${reasons.join(', and ')}.`,
    spoken: `${schema.name} is ${model.name}, ${percent}, ${fields.length} of ${all} properties are fields`,
    icon: score >= sure ? 'link' : 'question',
    role: 'match',
    place: schema.place,
    database: model.place,
    wrong: { uri, schema: schema.name, model: model.name },
    children: [
      ...fields.map((field) => fieldNode(uri, id, pair, field)),
      ...properties.map((property) => onlyNode(id, property, 'only in the API')),
      ...columns.map((column) => onlyNode(id, column, 'only in the database')),
    ],
  };
}

function fieldNode(uri: string, above: string, { schema, model }: DataPair, told: DataField): DataMapNode {
  const { property, field, reason, isWritable } = told;
  const named = `${model.name}.${field.name}`;
  return {
    id: `${above} ${property.name}`,
    label: property.name,
    ...(property.name === field.name ? {} : { description: `→ ${field.name}` }),
    tooltip: `${property.name} is ${named}, because ${reason}.`,
    spoken: `${property.name} is ${named}`,
    icon: 'symbol-field',
    role: isWritable ? 'match' : 'mapped',
    children: [],
    place: property.place,
    database: field.place,
    ...(isWritable ? { wrong: { uri, schema: schema.name, model: model.name, property: property.name } } : {}),
  };
}

function onlyNode(above: string, { name, place }: PlacedName, where: string): DataMapNode {
  return {
    id: `${above} ${where} ${name}`,
    label: name,
    description: where,
    tooltip: `${name} is ${where}.`,
    spoken: `${name}, ${where}`,
    icon: 'circle-outline',
    role: 'single',
    children: [],
    place,
  };
}

function pathNode(uri: string, { path, model, reasons, keys }: MappedPath): DataMapNode {
  const told = keys.map(({ parameter, field, column }) => {
    const own = field.name.slice(field.name.indexOf('.') + 1);
    return `{${parameter}} is ${field.name}${column === undefined || column === own ? '' : ` (here ${column})`}`;
  });
  return {
    id: `${uri}#path ${path.name}`,
    label: path.name,
    description: `→ ${model.name}`,
    tooltip: [`${path.name} names rows of ${model.name}, because ${reasons.join(', and ')}.`, ...told].join('\n'),
    spoken: [`${path.name} is ${model.name}`, ...told].join(', '),
    icon: 'symbol-array',
    role: 'mapped',
    children: [],
    place: path.place,
    database: model.place,
  };
}

function looseNode(uri: string, what: string, { name, place }: PlacedName, tooltip: string): DataMapNode {
  const icon = what === 'model' ? 'database' : 'symbol-object';
  return {
    id: `${uri}#${what} ${name}`,
    label: name,
    tooltip,
    spoken: `${name}: ${tooltip}`,
    icon,
    role: 'single',
    children: [],
    place,
  };
}

function groupNode(uri: string, title: string, children: readonly DataMapNode[]): DataMapNode {
  return {
    id: `${uri}#group ${title}`,
    label: title,
    description: `${children.length}`,
    tooltip: title,
    spoken: `${title}, ${children.length}`,
    icon: 'list-unordered',
    role: 'group',
    children,
  };
}
