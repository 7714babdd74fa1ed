import { type QuickPickItem, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { HumanRow } from '#client/checklist-node.ts';
import { request } from '#client/request.ts';

interface RowChoice extends QuickPickItem {
  readonly row: HumanRow;
}

/** Has one of the questions picked, those that wait for an answer first; undefined when nobody picks. */
export async function pickRow(client: LanguageClient): Promise<HumanRow | undefined> {
  const state = await request(client, 'plumbline/checklist', {});
  const services = state?.services ?? [];
  const choices = services.flatMap((service) =>
    (service.sections ?? []).flatMap(({ items }) =>
      items.flatMap((item): readonly RowChoice[] => {
        if (item.kind !== 'human') return [];
        const isOpen = item.answer === undefined || item.stale !== undefined;
        return [
          {
            label: `${isOpen ? '$(circle-large-outline)' : '$(pass-filled)'} ${item.title}`,
            description: services.length > 1 ? service.title : '',
            detail: item.question,
            row: { service: service.id, item },
          },
        ];
      }),
    ),
  );
  const isOpen = ({ row: { item } }: RowChoice) => item.answer === undefined || item.stale !== undefined;
  const sorted = [...choices.filter(isOpen), ...choices.filter((choice) => !isOpen(choice))];
  const picked = await window.showQuickPick(sorted, { title: 'Questions of the Checklist', matchOnDetail: true });
  return picked?.row;
}
