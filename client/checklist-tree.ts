import type { ChecklistNode } from '#client/checklist-node.ts';
import { automaticNode, humanNode } from '#client/checklist-row.ts';
import { rowMark } from '#client/row-mark.ts';
import type { ChecklistItemState, ChecklistSectionState, ChecklistState, ServiceState } from '#server/protocol.ts';

/** The checklists of one workspace folder as the lines of the view, one root for each service. */
export function checklistTree({ services }: ChecklistState): readonly ChecklistNode[] {
  return services.map(serviceNode);
}

/** A workspace folder over its checklists, for workspaces of several folders. */
export function folderNode(name: string, folder: string, services: readonly ChecklistNode[]): ChecklistNode {
  return { id: `folder ${folder}`, label: name, role: 'folder', children: services };
}

/** `Bookshop 1.4.0`, with what is to be done there. */
function serviceNode(service: ServiceState): ChecklistNode {
  const { id, title, version, path, counts, sections } = service;
  const label = version === undefined ? title : `${title} ${version}`;
  const marks = marksText(counts.failing, counts.open);
  return {
    id,
    label,
    ...(marks === '' ? {} : { description: marks }),
    tooltip: [label, path === '' || path === label ? undefined : path]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    spoken: `${label}, ${spokenMarks(counts.failing, counts.open)}, ${path}`,
    icon: 'service',
    role: 'service',
    service: id,
    children: sections === undefined ? [] : serviceChildren(service, sections),
  };
}

function serviceChildren(
  { id, uri, path, schema, counts, answersUri }: ServiceState,
  sections: readonly ChecklistSectionState[],
): readonly ChecklistNode[] {
  const label = `${counts.decided} of ${counts.rows} decided`;
  const summary: ChecklistNode = {
    id: `${id}#summary`,
    label,
    ...(uri === undefined ? {} : { description: path, place: { uri } }),
    tooltip: answersUri === undefined ? label : `${label}\n\nAnswers are kept in ${fileName(answersUri)}.`,
    spoken: `${label}, ${spokenMarks(counts.failing, counts.open)}`,
    icon: 'summary',
    role: 'summary',
    children: [],
  };
  const database: readonly ChecklistNode[] =
    schema === undefined || uri === undefined
      ? []
      : [
          {
            id: `${id}#schema`,
            label: 'Schema',
            description: schema.path,
            tooltip: `The Prisma schema this API is compared with: ${schema.path}`,
            icon: 'schema',
            role: 'schema',
            children: [],
            place: { uri: schema.uri },
          },
        ];
  return [summary, ...database, ...sections.map((section) => sectionNode(section, id))];
}

function sectionNode({ id: sectionId, title, items }: ChecklistSectionState, service: string): ChecklistNode {
  const id = `${service}#${sectionId}`;
  const [failing, open] = [countMarks(items, 'failing'), countMarks(items, 'open')];
  const marks = marksText(failing, open);
  return {
    id,
    label: title,
    ...(marks === '' ? {} : { description: marks }),
    spoken: `${title}, ${spokenMarks(failing, open)}`,
    role: 'section',
    children: items.map((item) =>
      item.kind === 'automatic' ? automaticNode(item, id, service) : humanNode(item, id, service),
    ),
  };
}

function countMarks(items: readonly ChecklistItemState[], mark: 'failing' | 'open'): number {
  return items.filter((item) => rowMark(item) === mark).length;
}

/** `2 ✗ · 1 ?`; empty when nothing is to be done. */
function marksText(failing: number, open: number): string {
  return [...(failing > 0 ? [`${failing} ✗`] : []), ...(open > 0 ? [`${open} ?`] : [])].join(' · ');
}

function spokenMarks(failing: number, open: number): string {
  return failing + open === 0 ? 'all decided' : `${failing} to mend, ${open} to decide`;
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
