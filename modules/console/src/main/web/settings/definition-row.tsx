import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasOptions } from '../api/attribute-definitions';
import type { AttributeDefinition, Id } from '../api/types';
import table from './agents-page.module.css';
import classes from './attributes-page.module.css';
import { DeleteDefinitionButton } from './delete-definition-button';

interface Props {
  definition: AttributeDefinition;
  /** Names by id; undefined while they are not known. */
  sites: Map<Id, string> | undefined;
  /** Another form is open. */
  busy: boolean;
  onEdit: () => void;
}

/** One attribute: what it is, and what holds for its values. */
export function DefinitionRow({ definition, sites, busy, onEdit }: Props) {
  const { t } = useTranslation();
  const { id, name, key, privacy, retentionDays } = definition;
  return (
    <tr data-item={id}>
      <th scope="row">
        <span dir="auto">{name}</span>
        <code className={classes.key}>{key}</code>
      </th>
      <td>
        <TypeCell definition={definition} />
      </td>
      <td>
        <SitesCell ids={definition.sites} names={sites} />
      </td>
      <td>{definition.visitorsMayWrite ? t('common.yes') : t('common.no')}</td>
      <td>{t(`attributeSettings.privacy.${privacy}`)}</td>
      <td>
        {retentionDays == null
          ? t('attributeSettings.unlimited')
          : t('attributeSettings.days', { count: retentionDays })}
      </td>
      <td>{definition.requiredBeforeResolve ? t('common.yes') : t('common.no')}</td>
      <td className={table.actions}>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('attributeSettings.editOf', { name })}
          disabled={busy}
          onClick={onEdit}
        >
          {t('attributeSettings.edit')}
        </Button>
        <DeleteDefinitionButton definition={definition} disabled={busy} />
      </td>
    </tr>
  );
}

function TypeCell({ definition: { type, options, pattern } }: { definition: AttributeDefinition }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`attributeSettings.type.${type}`)}
      {hasOptions(type) && (
        <span className={classes.small} title={options.join('\n')}>
          {t('attributeSettings.options', { count: options.length })}
        </span>
      )}
      {pattern && (
        <span className={classes.small} title={pattern}>
          {t('attributeSettings.withPattern')}
        </span>
      )}
    </>
  );
}

/** A site may have gone since it was named. */
function SitesCell({ ids, names }: { ids: Id[]; names: Map<Id, string> | undefined }) {
  const { t } = useTranslation();
  if (ids.length === 0) return t('attributeSettings.allSites');
  if (!names) return t('attributeSettings.siteCount', { count: ids.length });
  const known = ids.filter((id) => names.has(id));
  return (
    <ul className={classes.names}>
      {known.map((id) => (
        <li key={id} dir="auto">
          {names.get(id)}
        </li>
      ))}
      {known.length < ids.length && (
        <li>{t('attributeSettings.unknownSites', { count: ids.length - known.length })}</li>
      )}
    </ul>
  );
}
