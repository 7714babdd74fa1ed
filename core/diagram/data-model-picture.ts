import { boxParts, spokenBox } from '#core/diagram/box-picture.ts';
import type { DataModel, EntityRelation } from '#core/diagram/data-model.ts';
import type { EntityMarks } from '#core/diagram/entity-marks.ts';
import {
  boxSize,
  type DiagramDetail,
  type EntityShape,
  entityShape,
  relationLink,
  shortName,
} from '#core/diagram/entity-shape.ts';
import { layOut } from '#core/diagram/layout/lay-out.ts';
import type { Layout } from '#core/diagram/layout/layout.ts';
import { linePicture } from '#core/diagram/line-picture.ts';
import type { Picture, PictureBox, PictureLine } from '#core/diagram/picture.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Room around everything, in pixels. */
const border = 24;

/** A data model as a picture. The same model, marks and detail give the same picture. In steps. */
export function* dataModelPicture(
  model: DataModel,
  marks: ReadonlyMap<string, EntityMarks>,
  detail: DiagramDetail,
): Steps<Picture> {
  const { shapes, layout } = yield* placedModel(model, detail);
  const relations = countRelations(model.relations);
  const pace = new Pace();
  const boxes: PictureBox[] = [];
  for (const entity of model.entities) {
    if (pace.isDue(cost.looked * (1 + entity.columns.length))) yield;
    const [shape, place, own] = [shapes.get(entity.id), layout.boxes.get(entity.id), marks.get(entity.id)];
    if (shape === undefined || place === undefined) continue;
    boxes.push({
      id: entity.id,
      name: shortName(entity.name),
      x: place.x + border,
      y: place.y + border,
      width: shape.width,
      height: shape.height,
      ...(own === undefined ? {} : { severity: own.worst }),
      spoken: spokenBox(entity, relations.get(entity.id) ?? 0, own),
      rows: shape.rows.map(({ name }) => name),
      parts: boxParts(entity, shape, own),
    });
  }
  const lines: PictureLine[] = [];
  for (const relation of model.relations) {
    if (pace.isDue(cost.fact)) yield;
    const points = layout.links.get(relation.id) ?? [];
    const moved = points.map(({ x, y }) => ({ x: x + border, y: y + border }));
    lines.push(linePicture(relation, moved));
  }
  const [width, height] = [layout.width + 2 * border, layout.height + 2 * border];
  return { width, height, head: boxSize.head + 2, row: boxSize.row, boxes, lines };
}

interface PlacedModel {
  readonly shapes: ReadonlyMap<string, EntityShape>;
  readonly layout: Layout;
}

/** Findings come and go without it. */
const known = new WeakMap<DataModel, Map<DiagramDetail, PlacedModel>>();

function* placedModel(model: DataModel, detail: DiagramDetail): Steps<PlacedModel> {
  const before = known.get(model)?.get(detail);
  if (before !== undefined) return before;
  const shapes = new Map(model.entities.map((entity) => [entity.id, entityShape(entity, detail)]));
  const boxes = [...shapes].map(([id, { width, height }]) => ({ id, width, height }));
  yield;
  const links = model.relations.map((relation) => relationLink(relation, (id) => shapes.get(id)));
  const placed = { shapes, layout: yield* layOut(boxes, links) };
  const details = known.get(model) ?? new Map<DiagramDetail, PlacedModel>();
  known.set(model, details.set(detail, placed));
  return placed;
}

function countRelations(relations: readonly EntityRelation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of relations) {
    for (const end of new Set([from, to])) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return counts;
}
