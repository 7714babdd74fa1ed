import type { PrismaModel } from '#core/prisma/model.ts';
import type { Collector, Fix, Scope } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** The edits of a model as it is; undefined where there is nothing to be done to it. */
type MakeEdits = (model: PrismaModel, scope: Scope) => readonly [Edit, ...Edit[]] | undefined;

/**
 * A fix that edits one model, made when somebody asks for it: how the rest of the schema is written is no fact of the rule then.
 * `uri` is any file of the schema.
 */
export function lateModelFix(title: string, uri: string, name: string, make: MakeEdits): Fix {
  return {
    title,
    safety: 'review',
    changes: {
      rootUri: uri,
      make: (survey) => {
        const found = survey.gathered(everyModel).find(({ value: { model } }) => model.name.value === name)?.value;
        const edits = found && make(found.model, found.scope);
        if (found === undefined || edits === undefined) throw new NotUnderstood();
        return [{ kind: 'text', section: found.model.section, edits }];
      },
    },
  };
}

interface SeenModel {
  readonly model: PrismaModel;
  readonly scope: Scope;
}

const everyModel: Collector<SeenModel> = {
  on: ['prisma.model'],
  isClosed: () => false,
  gather: (node, scope) => (node.kind === 'prisma.model' ? [{ model: node, scope }] : []),
};
