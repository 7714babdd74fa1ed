import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isNamedTime } from '#rules/detectors/prisma/named-time.ts';
import { dateWords, pastNouns } from '#rules/words/row-times.ts';

const creationNames = namesOf(
  'createdat createdon created createdate createddate createddatetime createtime createdtime creationdate creationtime gmtcreated datecreated timecreated insertedat addedat dateadded',
);
const updateNames = namesOf(
  'updatedat updatedon updated updatedate modificationdate modificationtime gmtmodified updateddate updatetime updatedtime dateupdated lastupdated lastupdatedat lastupdatedon modifiedat modifiedon modified modifieddate datemodified lastmodified lastmodifiedat lastmodifiedon lastmodifieddate changedat changedon lastchanged lastchangedat',
);

/** True for a name such as `createdAt`, `date_created`, `insertedAt`, `fecha_creacion`. */
export function isCreationName(name: string): boolean {
  return creationNames.has(foldedName(name)) || isNamedTime(name, 'created');
}

/** True for a name such as `updatedAt`, `modified_on`, `lastUpdated`, `atualizado_em`. */
export function isUpdateName(name: string): boolean {
  return updateNames.has(foldedName(name)) || isNamedTime(name, 'updated');
}

/** The field that says when a row was made: by its name, or a time that is `now()` by default. */
export function creationTimeOf(model: PrismaModel): PrismaField | undefined {
  const { fields } = model;
  return (
    fields.find(({ name }) => isCreationName(name.value)) ??
    fields.find(isNowByDefault) ??
    fields.find((field) => creationNames.has(nameWithin(model, field)))
  );
}

/** `invoice_created_at` of a model Invoice, or `invoices` → `createdat`: the name without that of the model. */
function nameWithin(model: PrismaModel, { name }: PrismaField): string {
  const own = foldedName(model.name.value);
  const folded = foldedName(name.value);
  const prefix = [singularOf(own), own].find((prefix) => folded.startsWith(prefix));
  return folded.slice(prefix?.length ?? 0);
}

/**
 * The time a row is there for: a required time of something that has happened, such as `resolvedAt` or `sentAt`. It is known
 * when the row is made, and says when that was. In the rows of a log it may be optional, or be called `timestamp`.
 */
export function ownTimeOf(model: PrismaModel): PrismaField | undefined {
  const isLog = isLogModel(model);
  return model.fields.find((field) => {
    const isEventTime = isLog && eventTimes.has(foldedName(field.name.value));
    // Logs may count seconds, or nanoseconds.
    if (field.type.value === 'BigInt' || field.type.value === 'Int') return isEventTime && !field.isList;
    if (field.type.value !== 'DateTime' || field.isList || (field.isOptional && !isLog)) return false;
    return isPastTime(field.name.value) || isEventTime || isTimeOf(model, field);
  });
}

const eventTimes = namesOf(
  'timestamp time date datetime at ts eventtime eventdate when happened occurred fecha fechahora data datahora datum horodatage zeitpunkt zeitstempel tanggal waktu',
);
const irregularParticiples: ReadonlySet<string> = new Set(
  'sent paid taken made seen begun sold bought won lost given drawn written read run set done held met caught'.split(
    ' ',
  ),
);
const laterParticiples: ReadonlySet<string> = new Set(
  'updated modified changed edited touched deleted removed archived scheduled planned expected estimated needed synced expired refreshed accessed used programado programada agendado agendada previsto prevista modificado modificada actualizado actualizada atualizado atualizada alterado alterada editado editada eliminado eliminada borrado excluido excluida deletado aggiornato aggiornata modificata eliminato sincronizado expirado'.split(
    ' ',
  ),
);

/** `fecha_del_pedido`. */
const particles = namesOf('de da do del di du der des la le');

const plannedNouns = namesOf(
  'cita reserva evento clase vuelo examen partido viaje visita reunion turno sesion consulta agendamento reuniao rendezvous seance termin buchung appuntamento prenotazione appointment booking class concert course delivery event exam flight game interview lecture lesson match meeting party reservation schedule session shift task tour trip visit workout',
);

/**
 * `orderDate` of an Order, `payment_time` of a Payment, `fecha_comentario` of a Comentario, `issueDate` of anything; not the date of a
 * booking, which is yet to come.
 */
function isTimeOf({ name }: PrismaModel, field: PrismaField): boolean {
  const words = wordsOf(field.name.value).filter((word) => !particles.has(word));
  const noun = words.find((word) => !dateWords.has(word)) ?? '';
  const isTime = words.length === 2 && words.some((word) => dateWords.has(word));
  const own = wordsOf(name.value).at(-1) ?? '';
  const isOwn = [own, singularOf(own), own.replace(/s$/, ''), own.replace(/es$/, '')].includes(noun);
  return isTime && (pastNouns.has(noun) || (isOwn && !plannedNouns.has(noun)));
}

/** True when an optional time says when the row reached a state: `completedAt`, `deliveredAt`. */
export function timesItsStates({ fields }: PrismaModel): boolean {
  return fields.some(
    (field) => field.type.value === 'DateTime' && field.isOptional && !field.isList && isPastTime(field.name.value),
  );
}

/** True for `resolvedAt`, `logged_on`, `dateSent`; not for what comes later than the row: `scheduledAt`, `lastUsedAt`. */
function isPastTime(name: string): boolean {
  const words = wordsOf(name);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (isRomanceParticiple(first) && /^(?:en|em|el|no|il)$/.test(last)) return !laterParticiples.has(first);
  const isTime = /^(?:at|on|date|time)$/.test(last) || /^(?:date|time)$/.test(first);
  const participle = words.find((word) => word.endsWith('ed') || irregularParticiples.has(word));
  const isLater = words.some((word) => laterParticiples.has(word) || word === 'last' || word === 'next');
  return isTime && participle !== undefined && !isLater;
}

/** `enviado` of `enviado_en`, `pagata` of `pagata_il`. */
function isRomanceParticiple(word: string): boolean {
  return /^[a-z]+(?:ad|id|at|it)[oa]$/.test(word);
}

/** The field that says when a row was last changed: by its name, or by `@updatedAt`. */
export function updateTimeOf(model: PrismaModel): PrismaField | undefined {
  const { fields } = model;
  return (
    fields.find((field) => isUpdateName(field.name.value) || attributeOf(field, 'updatedAt') !== undefined) ??
    fields.find((field) => updateNames.has(nameWithin(model, field)))
  );
}

/** True for a time the database or the client sets when the row is made. */
export function isNowByDefault(field: PrismaField): boolean {
  const value = defaultOf(field);
  return field.type.value === 'DateTime' && value?.kind === 'call' && !isUpdateName(field.name.value);
}

function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
