import type { Language } from '#core/language.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Steps } from '#core/work/steps.ts';

/** What one checklist is about: a description and the Prisma schema it is compared with, or a schema alone. */
export interface Service {
  /** The uri of the description's root, or the root of the schema. */
  readonly id: string;
  /** As `info` says; undefined for a schema. */
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly description: ServicePart | undefined;
  readonly schema: ServicePart | undefined;
}

/** Files that are reviewed together. Plain data, as all of a service: it travels between threads. */
export interface ServicePart {
  /** The uri of the description's root file; of the folder or file of the schema. */
  readonly root: string;
  readonly uris: readonly string[];
  /** What rules could not see, or not whole: the uris of broken files, and references to files that were not read. */
  readonly unread: readonly string[];
}

/** The part of a service that a rule of one language judges; undefined where the service has none. */
export function judgedPart({ description, schema }: Service, language: Language | undefined): ServicePart | undefined {
  if (language === openApi) return description;
  return language === prisma ? schema : undefined;
}

/** The services of a workspace, one for each description and each schema that belongs to none; a step for each. */
export function* servicesOf(workspace: Workspace, settings: ReviewSettings): Steps<readonly Service[]> {
  const services: Service[] = [];
  const schemas = new Map<string, ServicePart>();
  for (const { root, documents } of workspace.schemas) {
    const unread = documents.filter(isBroken).map(({ uri }) => uri);
    schemas.set(root, { root, uris: documents.map(({ uri }) => uri), unread });
    yield;
  }
  const used = new Set<string>();
  for (const description of workspace.descriptions) {
    const { rootUri } = description.context;
    const schema = schemas.get(schemaFor(rootUri, workspace, settings)?.root ?? '');
    if (schema !== undefined) used.add(schema.root);
    services.push(serviceOf(description, schema));
    yield;
  }
  for (const schema of schemas.values()) {
    if (used.has(schema.root)) continue;
    services.push({ id: schema.root, title: undefined, version: undefined, description: undefined, schema });
  }
  return services;
}

function serviceOf(description: Description, schema: ServicePart | undefined): Service {
  const [info] = description.roots('openapi.info');
  const uris = [...description.urisToReview()];
  const { rootUri } = description.context;
  return {
    id: rootUri,
    title: info?.title?.value,
    version: info?.version?.value,
    description: { root: rootUri, uris, unread: unreadOf(description) },
    schema,
  };
}

function unreadOf(description: Description): readonly string[] {
  const broken = [...description.files.values()].filter(isBroken).map(({ uri }) => uri);
  const references = [...description.absentReferences(), ...description.remoteReferences()];
  return [...new Set([...broken, ...references.map(({ target }) => target.replace(/#.*$/, ''))])];
}

function isBroken({ sections }: { readonly sections: readonly { readonly problems: readonly unknown[] }[] }): boolean {
  return sections.some(({ problems }) => problems.length > 0);
}
