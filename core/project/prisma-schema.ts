import type { NodeKind } from '#core/node.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { FileGroup } from '#core/project/file-group.ts';

/** Fields are found in their models. */
const innerKinds: ReadonlySet<NodeKind> = new Set(['prisma.field']);

/** The Prisma files that form one schema; its `root` is their folder, or the file where several schemas lie in one folder. */
export class PrismaSchema extends FileGroup<PrismaDocument> {
  constructor(root: string, documents: readonly PrismaDocument[]) {
    super(root, documents, innerKinds);
  }
}
