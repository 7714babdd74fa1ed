import type { ReviewOptions } from '#cli/arguments.ts';
import { chooseSources } from '#cli/choose-sources.ts';
import type { CommandIo, ExitCode } from '#cli/command-io.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { mapText } from '#cli/map-text.ts';
import { Places } from '#cli/places.ts';
import { ReviewSession } from '#cli/review-session.ts';
import { styleFor } from '#cli/style.ts';
import type { ToldDataMap } from '#core/ask/data-map.ts';
import { dataMapOf } from '#core/ask/data-map-of.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { finish } from '#core/work/steps.ts';

/** `plumbline map`. Runs no rule. */
export async function mapCommand(options: ReviewOptions, { presets }: Rulebook, io: CommandIo): Promise<ExitCode> {
  const gathered = await chooseSources(options, io);
  if ('message' in gathered) {
    io.stderr.write(`plumbline: ${gathered.message}\nSee: plumbline map --help\n`);
    return 2;
  }
  const session = new ReviewSession(gathered, { rules: [], presets }, new KnownFiles(gathered.folders));
  const review = await session.review({ isLast: true });
  const maps: ToldDataMap[] = [];
  for (const description of review.workspace.descriptions) {
    const map = finish(dataMapOf(description, review.workspace, session.settings));
    if (map !== undefined) maps.push(map);
  }
  if (maps.length === 0) {
    io.stderr.write(
      'plumbline: No description here is compared with a Prisma schema. Name both, or the folder they lie in.\n',
    );
    return 2;
  }
  const places = new Places(review, io.cwd, gathered.aliases);
  const text =
    options.format === 'json'
      ? `${JSON.stringify(maps, undefined, 2)}\n`
      : mapText(maps, places, styleFor(io.stdout, io.environment));
  io.stdout.write(text);
  return 0;
}
