import { wordSet } from '#rules/words/word-list.ts';

/** Last words of models, in lower case, that are called so for one row, or have no other form. */
export const singularPlurals: ReadonlySet<string> = wordSet(
  'settings preferences options details stats statistics analytics metrics credentials permissions news series species metadata data media info information status address access business process progress canvas atlas lens gps sms dns aws sns sqs bonus alias bias sales goods means headquarters contents basics terms conditions rights rules limits restrictions defaults properties attributes params parameters args coordinates dimensions hours earnings savings assets liabilities logistics diagnostics physics mathematics economics politics athletics graphics specs specifications notes remarks comments features capabilities requirements totals counts parts os ios js css https us plus minus campus corpus virus census focus radius nexus genus apparatus chassis corps crossroads debris gallows innings kudos patois premises proceedings regards scissors shambles surroundings thanks tidings trousers vitals works barracks hash class boss glass pass cross loss mass press success cms crm erp dms sys its this has was is as by flags links files images tags roles triggers answers',
);

/** Words that hold many themselves, or have no plural. */
export const uncountables: ReadonlySet<string> = wordSet(
  'revenue spend relevance nature coverage concurrency usage data metadata media info information news feedback equipment content history inventory stock staff money cash mail software hardware traffic progress audit access advice evidence furniture knowledge luggage music research weather work workforce personnel analytics status series species sheep fish deer aircraft criteria agenda infrastructure storage telemetry list set array map collection group batch queue stack tree log path range row matrix pair sequence series bundle chain family schedule calendar route table text scope position location',
);
