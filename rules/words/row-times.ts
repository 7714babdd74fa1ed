/** The words for a row that was made, changed and deleted that go together. */
export interface TimeWords {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
}

/** The first words are written by fixes, the others are known. Without accents, which names seldom have. */
export const timeWords: readonly TimeWords[] = [
  // English, in another form than the participles.
  sets('create', 'update', 'delete'),
  // Spanish.
  sets('creacion', 'actualizacion modificacion edicion', 'eliminacion borrado'),
  sets('creado', 'actualizado modificado editado', 'eliminado borrado'),
  sets('creada', 'actualizada modificada editada', 'eliminada borrada'),
  sets('alta', 'modificacion', 'baja'),
  sets('registro', 'actualizacion', 'eliminacion'),
  sets('ingreso', 'actualizacion', 'eliminacion'),
  // Portuguese.
  sets('criacao', 'atualizacao modificacao alteracao', 'exclusao'),
  sets('criado', 'atualizado modificado alterado', 'excluido deletado'),
  sets('criada', 'atualizada modificada alterada', 'excluida deletada'),
  sets('cadastro', 'atualizacao', 'exclusao'),
  sets('cadastrado', 'atualizado', 'excluido'),
  // French.
  sets('creation', 'modification maj', 'suppression'),
  sets('cree', 'modifie', 'supprime'),
  sets('creee', 'modifiee', 'supprimee'),
  // Italian.
  sets('creazione', 'aggiornamento modifica', 'cancellazione eliminazione'),
  sets('creato', 'aggiornato modificato', 'eliminato cancellato'),
  sets('creata', 'aggiornata modificata', 'eliminata cancellata'),
  // German.
  sets('erstellt', 'aktualisiert geaendert geandert', 'geloescht geloscht'),
  sets('angelegt', 'geaendert', 'geloescht'),
  sets('erstelldatum', 'aenderungsdatum', 'loeschdatum'),
  sets('erstellungsdatum', 'aenderungsdatum', 'loeschdatum'),
  // Dutch, Polish, Turkish, Indonesian.
  sets('aangemaakt', 'bijgewerkt gewijzigd', 'verwijderd'),
  sets('utworzenia', 'aktualizacji modyfikacji', 'usuniecia'),
  sets('olusturulma', 'guncellenme', 'silinme'),
  sets('dibuat', 'diperbarui diubah', 'dihapus'),
  // Pinyin: `cjsj`, `gxsj`.
  sets('cjsj', 'gxsj xgsj', 'scsj'),
  sets('chuangjian', 'gengxin xiugai', 'shanchu'),
];

/** Words beside them in the names of columns: `fecha_de_creacion`, `criado_em`, `dt_alta`. */
export const timeFillerWords: ReadonlySet<string> = new Set(
  'fecha fec fech f data dt date time gmt datum hora heure zeit uhrzeit ts timestamp tanggal tgl tarihi tarih shijian riqi at en el em no na on le la les il am um op de da do del di du der des pada y e et'.split(
    ' ',
  ),
);

/** What has happened when a row tells of it, in the name of a required date: `issueDate`, `fecha_emision`, `data_compra`. */
export const pastNouns: ReadonlySet<string> = new Set(
  [
    'issue purchase sale registration signup submission transaction enrollment enrolment admission hire hiring receipt posting upload',
    'emision emissao emission venta venda vente compra achat pago pagamento paiement envio envoi inscripcion inscricao inscription matricula solicitud solicitacao ingreso contratacion contratacao embauche eintritt kauf eingang',
  ]
    .join(' ')
    .split(' '),
);

/** Those that say that a date is meant. */
export const dateWords: ReadonlySet<string> = new Set(
  'date time at on fecha fec data dt datum hora heure tanggal tgl tarihi tarih'.split(' '),
);

/** Words that are a thing, too, and speak of a time only beside a word for one: `fecha_registro`. */
export const timeNouns: ReadonlySet<string> = new Set(
  'create update delete alta registro ingreso cadastro creation maj modifica'.split(' '),
);

function sets(created: string, updated: string, deleted: string): TimeWords {
  return { created: created.split(' '), updated: updated.split(' '), deleted: deleted.split(' ') };
}
