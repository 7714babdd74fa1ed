import type { Cardinality, DataModel, Entity, EntityColumn, EntityRelation } from '#core/diagram/data-model.ts';
import type { DiagramDetail } from '#core/diagram/entity-shape.ts';
import { printable } from '#core/text/printable.ts';

/** A data model as an entity relationship diagram of Mermaid. */
export function mermaidText({ entities, relations }: DataModel, detail: DiagramDetail): string {
  const lines = [
    'erDiagram',
    ...entities.flatMap((entity) => entityLines(entity, detail)),
    ...relations.map(relationLine),
  ];
  return `${lines.join('\n')}\n`;
}

function entityLines({ id, columns }: Entity, detail: DiagramDetail): readonly string[] {
  const shown = columns.filter(({ isId, isForeign, isUnique }) => {
    return detail === 'all' || (detail === 'keys' && (isId || isForeign || isUnique));
  });
  if (shown.length === 0) return [`  ${entityName(id)}`];
  return [`  ${entityName(id)} {`, ...shown.map((column) => `    ${columnText(column)}`), '  }'];
}

function columnText({ name, type, isId, isForeign, isUnique }: EntityColumn): string {
  const keys = [...(isId ? ['PK'] : []), ...(isForeign ? ['FK'] : []), ...(isUnique && !isId ? ['UK'] : [])];
  const isOptional = type.endsWith('?');
  const parts = [word(isOptional ? type.slice(0, -1) : type), word(name)];
  return [...parts, ...(keys.length === 0 ? [] : [keys.join(', ')]), ...(isOptional ? ['"optional"'] : [])].join(' ');
}

const fromEnds: { readonly [C in Cardinality]: string } = { one: '||', 'zero-or-one': '|o', many: '}o' };
const toEnds: { readonly [C in Cardinality]: string } = { one: '||', 'zero-or-one': 'o|', many: 'o{' };

function relationLine({ kind, from, to, field, fromEnd, toEnd }: EntityRelation): string {
  const line = kind === 'embedded' ? '..' : '--';
  return `  ${entityName(from)} ${fromEnds[fromEnd]}${line}${toEnds[toEnd]} ${entityName(to)} : ${quoted(field)}`;
}

/** Always in quotes: without them some names are words of the language. */
function entityName(id: string): string {
  return quoted(id);
}

/** There is no way to write a quote in quotes. */
function quoted(text: string): string {
  return `"${printable(text).replace(/["\\%]/g, '_')}"`;
}

/** A type or the name of a column: a letter or underscore, then letters, digits, `-`, `_`, brackets and parentheses. */
function word(text: string): string {
  const plain = text.replace(/^Unsupported\(.*\)/s, 'Unsupported').replace(/[^\w\-[\]()]/g, '_');
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
}
