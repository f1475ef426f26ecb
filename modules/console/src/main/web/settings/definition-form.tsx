import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { AttributeDefinition } from '../api/types';
import { BusyIcon } from '../ui/busy-icon';
import classes from './attributes-page.module.css';
import { type DefinitionDraft, draftOfDefinition } from './definition-draft';
import { IdentityFields } from './definition-identity-fields';
import { DefinitionNotice } from './definition-notice';
import { missingIn, refusedBy } from './definition-problems';
import { RuleFields } from './definition-rule-fields';
import { type Base, DefinitionChangedMeanwhile, saveDefinition, WouldNotFit } from './save-definition';

interface Props {
  /** What is changed; null to make another one. */
  definition: AttributeDefinition | null;
  /** What stands in the form at first. */
  start: DefinitionDraft;
  onSaved: (definition: AttributeDefinition) => void;
  onCancel: () => void;
}

/** Says what an attribute is to be like. */
export function DefinitionForm({ definition, start, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [asked, setAsked] = useState(false);
  // What the administrator saw when the writing began; what is loaded meanwhile must not move it.
  const [base, setBase] = useState<Base | null>(
    definition && { seen: definition, version: definition.version },
  );

  const saving = useMutation({
    mutationFn: (confirmed: boolean) => saveDefinition(draft, base, confirmed),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: keys.allDefinitions });
      onSaved(saved);
    },
    onError: (error) => {
      if (!(error instanceof DefinitionChangedMeanwhile)) return;
      const { version } = error.now;
      setBase((before) => before && { ...before, version });
      void client.invalidateQueries({ queryKey: keys.allDefinitions });
    },
  });

  const conflict = saving.error instanceof DefinitionChangedMeanwhile ? saving.error.now : null;
  const unfit = saving.error instanceof WouldNotFit ? saving.error.check : null;
  const missing = missingIn(draft, t);
  const problems = { ...refusedBy(saving.error), ...(asked && missing) };

  useEffect(() => {
    if (saving.error) focusWrong(form.current);
  }, [saving.error]);

  const change = (part: Partial<DefinitionDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // What was checked or refused was another draft; a conflict stays one.
    if (saving.isError && !conflict) saving.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    flushSync(() => setAsked(true));
    if (Object.keys(missing).length > 0) focusWrong(form.current);
    else saving.mutate(unfit !== null);
  };
  const takeTheirs = (now: AttributeDefinition) => {
    setBase({ seen: now, version: now.version });
    setDraft(draftOfDefinition(now));
    saving.reset();
    form.current?.querySelector('input')?.focus();
  };
  const title = definition
    ? t('attributeSettings.form.change', { name: definition.name })
    : t('attributeSettings.form.make');
  const submitText = () => {
    if (conflict) return t('attributeSettings.form.saveMine');
    if (unfit) return t('attributeSettings.form.saveAnyway');
    return definition ? t('attributeSettings.form.save') : t('attributeSettings.form.submit');
  };

  return (
    <form ref={form} onSubmit={submit} noValidate aria-label={title} className={classes.form}>
      <h2 className={classes.heading}>{title}</h2>
      <IdentityFields draft={draft} change={change} problems={problems} fixed={definition !== null} />
      <RuleFields draft={draft} change={change} problems={problems} />
      <DefinitionNotice error={saving.error} besideFields={Object.keys(problems).length > 0} />
      <div className={classes.buttons}>
        {/* Not disabled meanwhile: the keyboard is to stay where the next question is answered. */}
        <Button
          type="submit"
          aria-busy={saving.isPending || undefined}
          leftSection={saving.isPending && <BusyIcon busy>{null}</BusyIcon>}
        >
          {submitText()}
        </Button>
        {conflict && (
          <Button variant="default" onClick={() => takeTheirs(conflict)}>
            {t('attributeSettings.form.takeTheirs')}
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The form is long: the keyboard goes to the first field that something is wrong with. */
function focusWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
