import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attributeTypes, hasOptions } from '../api/attribute-definitions';
import type { AttributeType, SubjectKind } from '../api/types';
import classes from './attributes-page.module.css';
import { type DefinitionDraft, keyFor } from './definition-draft';
import type { DefinitionProblems } from './definition-problems';

export interface FieldsProps {
  draft: DefinitionDraft;
  change: (part: Partial<DefinitionDraft>) => void;
  problems: DefinitionProblems;
}

/** What an attribute is: of what, its name and key, the kind of its values. */
export function IdentityFields({ draft, change, problems, fixed }: FieldsProps & { fixed: boolean }) {
  const { t } = useTranslation();
  const rename = (name: string) => change({ name, ...(!draft.ownKey && { key: keyFor(name) }) });
  return (
    <>
      <div className={classes.line}>
        <TextInput
          label={t('attributeSettings.form.name')}
          autoComplete="off"
          autoFocus
          dir="auto"
          maxLength={100}
          value={draft.name}
          onChange={(event) => rename(event.currentTarget.value)}
          error={problems.name}
        />
        {!fixed && (
          <>
            <TextInput
              label={t('attributeSettings.form.key')}
              description={t('attributeSettings.form.keyHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              value={draft.key}
              onChange={(event) => change({ key: event.currentTarget.value, ownKey: true })}
              error={problems.key}
            />
            <NativeSelect
              label={t('attributeSettings.form.subject')}
              value={draft.subject}
              onChange={(event) => change({ subject: event.currentTarget.value as SubjectKind })}
              data={(['contact', 'conversation'] as const).map((value) => ({
                value,
                label: t(`attributeSettings.form.subjects.${value}`),
              }))}
              error={problems.subject}
            />
            <NativeSelect
              label={t('attributeSettings.form.type')}
              description={t('attributeSettings.form.typeHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={draft.type}
              onChange={(event) => change({ type: event.currentTarget.value as AttributeType })}
              data={attributeTypes.map((value) => ({ value, label: t(`attributeSettings.type.${value}`) }))}
              error={problems.type}
            />
          </>
        )}
      </div>
      {fixed && (
        <p className={classes.fixed}>
          {t('attributeSettings.form.fixed', {
            key: draft.key,
            type: t(`attributeSettings.type.${draft.type}`),
          })}
        </p>
      )}
      <Textarea
        label={t('attributeSettings.form.description')}
        description={t('attributeSettings.form.descriptionHelp')}
        dir="auto"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={problems.description}
      />
      <ValueFields draft={draft} change={change} problems={problems} />
    </>
  );
}

/** What narrows the values of some types. */
function ValueFields({ draft, change, problems }: FieldsProps) {
  const { t } = useTranslation();
  if (hasOptions(draft.type)) {
    return (
      <Textarea
        label={t('attributeSettings.form.options')}
        description={t('attributeSettings.form.optionsHelp')}
        dir="auto"
        autosize
        minRows={3}
        maxRows={12}
        value={draft.options}
        onChange={(event) => change({ options: event.currentTarget.value })}
        error={problems.options}
      />
    );
  }
  if (draft.type !== 'text') return null;
  return (
    <TextInput
      label={t('attributeSettings.form.pattern')}
      description={t('attributeSettings.form.patternHelp')}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={draft.pattern}
      onChange={(event) => change({ pattern: event.currentTarget.value })}
      error={problems.pattern}
    />
  );
}
