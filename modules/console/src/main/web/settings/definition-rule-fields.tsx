import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { privacies } from '../api/attribute-definitions';
import { definitionsQuery } from '../api/attributes';
import { sitesQuery } from '../api/sites';
import type { Privacy } from '../api/types';
import classes from './attributes-page.module.css';
import type { FieldsProps } from './definition-identity-fields';

/** Where an attribute stands, and what holds for its values. */
export function RuleFields({ draft, change, problems }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.line}>
        <GroupField draft={draft} change={change} problems={problems} />
        <NativeSelect
          label={t('attributeSettings.form.privacy')}
          description={t('attributeSettings.form.privacyHelp')}
          value={draft.privacy}
          onChange={(event) => change({ privacy: event.currentTarget.value as Privacy })}
          data={privacies.map((value) => ({ value, label: t(`attributeSettings.form.privacyOf.${value}`) }))}
          error={problems.privacy}
        />
        <TextInput
          label={t('attributeSettings.form.retention')}
          description={t('attributeSettings.form.retentionHelp')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={draft.retentionDays}
          onChange={(event) => change({ retentionDays: event.currentTarget.value })}
          error={problems.retentionDays}
        />
      </div>
      <Checkbox
        label={t('attributeSettings.form.visitors')}
        description={t('attributeSettings.form.visitorsHelp')}
        checked={draft.visitorsMayWrite}
        onChange={(event) => change({ visitorsMayWrite: event.currentTarget.checked })}
        error={problems.visitorsMayWrite}
      />
      <Checkbox
        label={t('attributeSettings.form.required')}
        description={t('attributeSettings.form.requiredHelp')}
        checked={draft.requiredBeforeResolve}
        onChange={(event) => change({ requiredBeforeResolve: event.currentTarget.checked })}
        error={problems.requiredBeforeResolve}
      />
      <SitesField draft={draft} change={change} problems={problems} />
    </>
  );
}

/** Groups that there are already are suggested. */
function GroupField({ draft, change, problems }: FieldsProps) {
  const { t } = useTranslation();
  const list = useId();
  const { data: definitions } = useQuery(definitionsQuery(draft.subject));
  const groups = [...new Set(definitions?.map(({ group }) => group ?? ''))].filter((group) => group !== '');
  return (
    <>
      <TextInput
        label={t('attributeSettings.form.group')}
        description={t('attributeSettings.form.groupHelp')}
        autoComplete="off"
        dir="auto"
        maxLength={100}
        list={list}
        value={draft.group}
        onChange={(event) => change({ group: event.currentTarget.value })}
        error={problems.group}
      />
      <datalist id={list}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </>
  );
}

function SitesField({ draft, change, problems }: FieldsProps) {
  const { t } = useTranslation();
  const { data: sites } = useQuery(sitesQuery);
  if (!sites?.length) return null;
  return (
    <Checkbox.Group
      label={t('attributeSettings.form.sites')}
      description={t('attributeSettings.form.sitesHelp')}
      value={draft.sites}
      onChange={(chosen) => change({ sites: chosen })}
      error={problems.sites}
    >
      <div className={classes.sites}>
        {sites.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={<span dir="auto">{name}</span>} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
