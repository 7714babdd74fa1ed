/**
 * What the models of permissions, settings, tags and translations are called in other languages than English, without accents.
 * In Romance languages the noun may come first: `PermisoUsuario`.
 */
export const foreignPartWords: ReadonlySet<string> = words(
  // Spanish and Portuguese.
  'permiso permisos permissao permissoes configuracion configuraciones configuracao configuracoes ajustes parametro parametros etiqueta etiquetas traduccion traducciones traducao traducoes',
  // French, Italian.
  'autorisation autorisations habilitation habilitations droit droits reglage reglages parametre parametres etiquette etiquettes traduction traductions permesso permessi impostazione impostazioni configurazione configurazioni etichetta etichette traduzione traduzioni',
  // German, Dutch.
  'berechtigung berechtigungen einstellung einstellungen konfiguration konfigurationen schlagwort schlagworte schlagworter schlagwoerter ubersetzung ubersetzungen uebersetzung uebersetzungen machtiging machtigingen instelling instellingen vertaling vertalingen',
  // Polish, Turkish, Indonesian, pinyin.
  'uprawnienie uprawnienia ustawienie ustawienia tlumaczenie tlumaczenia izin izinler yetki yetkiler ayar ayarlar etiket etiketler ceviri ceviriler pengaturan terjemahan quanxian shezhi peizhi biaoqian fanyi',
);

/** Nouns of such models that stand last in one word with what they belong to: `Benutzerberechtigung`. */
export const compoundPartEndings =
  /[a-z]{3}(?:berechtigung|einstellung|konfiguration|ubersetzung|uebersetzung|schlagwort|machtiging|instelling|vertaling)(?:en|e)?$/;

/** Roles that permissions are given to; where they belong to nobody, they are a list of fixed values. */
export const roleWords: ReadonlySet<string> = words(
  'role roles rol papel papeis perfis ruolo ruoli rolle rollen rola roller peran jiaose',
);

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
