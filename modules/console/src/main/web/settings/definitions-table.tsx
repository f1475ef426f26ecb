import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../api/sites';
import type { AttributeDefinition, SubjectKind } from '../api/types';
import table from './agents-page.module.css';
import classes from './attributes-page.module.css';
import { DefinitionRow } from './definition-row';

const columns = ['name', 'type', 'sites', 'visitors', 'privacy', 'retention', 'required'] as const;

interface Props {
  subject: SubjectKind;
  /** In panel order, so that those of a group follow one another. */
  definitions: AttributeDefinition[];
  busy: boolean;
  onEdit: (definition: AttributeDefinition) => void;
}

/** The attributes of a subject by group, as the panel orders them. */
export function DefinitionsTable({ subject, definitions, busy, onEdit }: Props) {
  const { t } = useTranslation();
  const { data: sites } = useQuery(sitesQuery);
  const names = sites && new Map(sites.map(({ id, name }) => [id, name]));
  const groups = byGroup(definitions);
  const title = t(`attributeSettings.of.${subject}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow window it scrolls, by keyboard too.
    <section className={table.scroll} aria-label={title} tabIndex={0}>
      <table className={`${table.agents} ${classes.definitions}`}>
        <caption className={table.unseen}>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`attributeSettings.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className={table.unseen}>{t('agents.actions')}</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ group, members }) => (
          <tbody key={group}>
            {(groups.length > 1 || group !== '') && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group} dir="auto">
                  {group || t('attributeSettings.ungrouped')}
                </th>
              </tr>
            )}
            {members.map((definition) => (
              <DefinitionRow
                key={definition.id}
                definition={definition}
                sites={names}
                busy={busy}
                onEdit={() => onEdit(definition)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

interface Group {
  /** Empty for those without one. */
  group: string;
  members: AttributeDefinition[];
}

function byGroup(definitions: AttributeDefinition[]): Group[] {
  const groups = new Map<string, AttributeDefinition[]>();
  for (const definition of definitions) {
    const group = definition.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), definition]);
  }
  return [...groups].map(([group, members]) => ({ group, members }));
}
